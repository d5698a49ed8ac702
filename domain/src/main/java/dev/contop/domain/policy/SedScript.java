package dev.contop.domain.policy;

/**
 * Tells sed scripts that only print, delete and substitute lines from those that may write files or
 * run commands.
 *
 * <p>Reads addresses, then one of the commands {@code p d q = l n N D P h H g G x s y}, between
 * semicolons and line ends; whatever else there is makes a script not harmless.
 */
final class SedScript {

  private static final String COMMANDS = "pdq=lnNDPhHgGx";

  private final String text;
  private int at;

  private SedScript(String text) {
    this.text = text;
  }

  static boolean isHarmless(String script) {
    return new SedScript(script).isHarmless();
  }

  private boolean isHarmless() {
    while (at < text.length()) {
      passBlanks();
      if (at < text.length() && !command()) {
        return false;
      }
      passBlanks();
    }
    return true;
  }

  private void passBlanks() {
    while (at < text.length() && " \t\n;".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char next() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private boolean isDigit() {
    return next() >= '0' && next() <= '9';
  }

  private boolean command() {
    if (!address()) {
      return false;
    }
    if (next() == ',') {
      at++;
      if (!address()) {
        return false;
      }
    }
    if (next() == '!') {
      at++;
    }
    char c = next();
    at++;
    if (c == 's' || c == 'y') {
      return substitution();
    }
    return c != '\0' && COMMANDS.indexOf(c) >= 0 && ends();
  }

  /** A line number, {@code $} or a pattern, or none. */
  private boolean address() {
    if (next() == '/') {
      return passUntil('/');
    }
    if (next() == '$') {
      at++;
    }
    while (isDigit() || next() == '~' || next() == '+') {
      at++;
    }
    return true;
  }

  private boolean substitution() {
    char delimiter = next();
    if (delimiter == '\\' || delimiter == '\n' || delimiter == '\0') {
      return false;
    }
    if (!passUntil(delimiter)) {
      return false;
    }
    at--;
    if (!passUntil(delimiter)) {
      return false;
    }
    while ("gpiI".indexOf(next()) >= 0 || isDigit()) {
      at++;
    }
    return ends();
  }

  /** Passes {@code delimiter}, then what follows up to the next one and that one. */
  private boolean passUntil(char delimiter) {
    at++;
    while (at < text.length() && text.charAt(at) != delimiter) {
      if (text.charAt(at) == '[' && !closesBefore(delimiter)) {
        return false;
      }
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
    return at <= text.length();
  }

  /** Whether a delimiter inside of brackets counts is not the same everywhere. */
  private boolean closesBefore(char delimiter) {
    int close = text.indexOf(']', at + 2);
    int next = text.indexOf(delimiter, at + 1);
    return close >= 0 && next > close;
  }

  private boolean ends() {
    char c = next();
    return at >= text.length() || c == ';' || c == '\n' || c == ' ';
  }
}
