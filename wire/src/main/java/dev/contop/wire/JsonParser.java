package dev.contop.wire;

import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.limits.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One pass by recursive descent over bytes that are known to be UTF-8 (RFC 8259).
 *
 * <p>The first thing wrong is remembered and moves the position to the end, where every later step
 * finds nothing more to read: so all loops end, and no exception carries a refusal. The recursion
 * is no deeper than {@link Limits#JSON_DEPTH}.
 */
final class JsonParser {

  private static final int END = -1;
  private static final Json TRUE = new Json.Truth(true);
  private static final Json FALSE = new Json.Truth(false);

  private final byte[] text;
  private int at;
  private int values;
  private @Nullable Refusal refused;

  JsonParser(byte[] utf8) {
    this.text = utf8;
  }

  JsonReading read() {
    Json tree = value(1);
    skipSpace();
    if (at < text.length) {
      refuse(Refusal.MALFORMED);
    }
    return refused == null ? new JsonReading.Accepted(tree) : new JsonReading.Rejected(refused);
  }

  private Json value(int depth) {
    skipSpace();
    values++;
    if (values > StrictJson.MAX_VALUES) {
      return refuse(Refusal.TOO_LARGE);
    }
    return switch (next()) {
      case '{' -> members(depth);
      case '[' -> elements(depth);
      case '"' -> new Json.Text(string());
      case 't' -> literal("true", TRUE);
      case 'f' -> literal("false", FALSE);
      case 'n' -> literal("null", Json.Nothing.NULL);
      default -> number();
    };
  }

  private Json members(int depth) {
    if (depth > Limits.JSON_DEPTH) {
      return refuse(Refusal.TOO_DEEP);
    }
    Map<String, Json> byName = new HashMap<>();
    at++;
    if (!take('}')) {
      do {
        skipSpace();
        String name = string();
        expect(':');
        if (byName.put(name, value(depth + 1)) != null) {
          refuse(Refusal.DUPLICATE_KEY);
        }
      } while (take(','));
      expect('}');
    }
    return new Json.Members(byName);
  }

  private Json elements(int depth) {
    if (depth > Limits.JSON_DEPTH) {
      return refuse(Refusal.TOO_DEEP);
    }
    List<Json> items = new ArrayList<>();
    at++;
    if (!take(']')) {
      do {
        items.add(value(depth + 1));
      } while (take(','));
      expect(']');
    }
    return new Json.Elements(items);
  }

  private Json literal(String word, Json meaning) {
    for (int i = 0; i < word.length(); i++) {
      if (next() != word.charAt(i)) {
        return refuse(Refusal.MALFORMED);
      }
      at++;
    }
    return meaning;
  }

  private Json number() {
    int from = at;
    skipOne('-');
    int first = at;
    int whole = skipDigits();
    boolean good = whole == 1 || (whole > 1 && text[first] != '0');
    if (skipOne('.')) {
      good &= skipDigits() > 0;
    }
    if (skipOne('e') || skipOne('E')) {
      if (!skipOne('+')) {
        skipOne('-');
      }
      good &= skipDigits() > 0;
    }
    return good ? new Json.Num(Decimal.parse(text, from, at)) : refuse(Refusal.MALFORMED);
  }

  private String string() {
    if (!skipOne('"')) {
      refuse(Refusal.MALFORMED);
      return "";
    }
    int from = at;
    int end = skipPlain();
    if (end == '"') {
      String plain = new String(text, from, at - from, StandardCharsets.UTF_8);
      at++;
      return plain;
    }
    StringBuilder unescaped = new StringBuilder();
    while (end == '\\') {
      unescaped.append(new String(text, from, at - from, StandardCharsets.UTF_8));
      at++;
      unescaped.append(escape());
      from = at;
      end = skipPlain();
    }
    if (end != '"') {
      refuse(Refusal.MALFORMED);
      return "";
    }
    unescaped.append(new String(text, from, at - from, StandardCharsets.UTF_8));
    at++;
    if (!Unicode.isWellFormed(unescaped)) {
      refuse(Refusal.NOT_TEXT);
    }
    return unescaped.toString();
  }

  /** Moves to the next quote, backslash or control character and returns it. */
  private int skipPlain() {
    int i = at;
    while (i < text.length && text[i] != '"' && text[i] != '\\' && (text[i] & 0xFF) >= ' ') {
      i++;
    }
    at = i;
    return next();
  }

  private char escape() {
    int escaped = next();
    at++;
    return switch (escaped) {
      case '"', '\\', '/' -> (char) escaped;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> fourHexDigits();
      default -> {
        refuse(Refusal.MALFORMED);
        yield ' ';
      }
    };
  }

  private char fourHexDigits() {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Hex.digit(next());
      if (digit < 0) {
        refuse(Refusal.MALFORMED);
        return ' ';
      }
      unit = (unit << 4) | digit;
      at++;
    }
    return (char) unit;
  }

  private int next() {
    return at < text.length ? text[at] & 0xFF : END;
  }

  private boolean skipOne(char wanted) {
    if (next() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  private boolean take(char wanted) {
    skipSpace();
    return skipOne(wanted);
  }

  private void expect(char wanted) {
    if (!take(wanted)) {
      refuse(Refusal.MALFORMED);
    }
  }

  private int skipDigits() {
    int from = at;
    while (next() >= '0' && next() <= '9') {
      at++;
    }
    return at - from;
  }

  private void skipSpace() {
    while (at < text.length) {
      byte b = text[at];
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return;
      }
      at++;
    }
  }

  private Json refuse(Refusal cause) {
    if (refused == null) {
      refused = cause;
    }
    at = text.length;
    return Json.Nothing.NULL;
  }
}
