package dev.contop.domain.shell;

import java.util.Set;

/** The characters and words that mean something to a shell. */
final class Signs {

  static final Set<String> KEYWORDS =
      Set.of(
          "if",
          "then",
          "elif",
          "else",
          "fi",
          "while",
          "until",
          "for",
          "do",
          "done",
          "case",
          "esac",
          "function",
          "select",
          "coproc",
          "time",
          "{",
          "}",
          "!",
          "[[");

  /** What ends a list of commands that something else has begun. */
  static final Set<String> CLOSING =
      Set.of("then", "elif", "else", "fi", "do", "done", "esac", "}");

  private static final String KEYWORD_STARTS = "cdefistuw{}![";

  private static final int LONGEST_KEYWORD = 8;

  private static final boolean[] ENDS_WORD = new boolean[0x80];

  static {
    " \t\n|&;()<>".chars().forEach(c -> ENDS_WORD[c] = true);
  }

  private Signs() {}

  static boolean isBlank(int c) {
    return c == ' ' || c == '\t';
  }

  /** Whether {@code c} ends a word. */
  static boolean endsWord(int c) {
    return c < ENDS_WORD.length && (c < 0 || ENDS_WORD[c]);
  }

  /** Whether {@code c} never means anything but itself, wherever it stands. */
  static boolean isPlain(int c) {
    return isNamePart(c) || c == '-' || c == '.' || c == '/' || c == ',' || c == ':';
  }

  static boolean isNameStart(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  static boolean isNamePart(int c) {
    return isNameStart(c) || isDigit(c);
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isName(String text) {
    return !text.isEmpty()
        && isNameStart(text.charAt(0))
        && text.chars().allMatch(Signs::isNamePart);
  }

  /** The keyword that is next, or nothing; {@link Cursor#keyword} remembers it. */
  static String keyword(Cursor in) {
    int c = in.peek();
    if (KEYWORD_STARTS.indexOf(c) < 0) {
      return "";
    }
    StringBuilder word = new StringBuilder();
    while (!endsWord(c)) {
      if (word.length() == LONGEST_KEYWORD || "'\"\\$`".indexOf(c) >= 0) {
        return "";
      }
      word.append((char) c);
      c = in.peek(word.length());
    }
    String found = word.toString();
    return KEYWORDS.contains(found) ? found : "";
  }

  /** Whether the word {@code expected} is next, unquoted and whole. */
  static boolean keywordIs(Cursor in, String expected) {
    for (int i = 0; i < expected.length(); i++) {
      if (in.peek(i) != expected.charAt(i)) {
        return false;
      }
    }
    return endsWord(in.peek(expected.length()));
  }

  static void passBlanks(Cursor in) {
    while (isBlank(in.peek())) {
      in.take();
    }
    if (in.peek() == '#') {
      while (in.rawPeek() != '\n' && in.rawPeek() != Cursor.END) {
        in.rawTake();
      }
    }
  }
}
