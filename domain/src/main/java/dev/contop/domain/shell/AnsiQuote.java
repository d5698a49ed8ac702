package dev.contop.domain.shell;

import dev.contop.domain.shell.Piece.Expanded;
import dev.contop.domain.shell.Piece.Kind;
import java.util.List;

/** Reads {@code $'text'}, where backslashes write characters as codes. */
final class AnsiQuote {

  private static final String LETTERS = "abeEfnrtv\\'\"?";
  private static final String MEANING = "\u0007\b\u001b\u001b\f\n\r\t\u000b\\'\"?";

  /** Codes above it depend on the system's encoding. */
  private static final int LAST_ASCII = 0x7f;

  private AnsiQuote() {}

  static void read(Cursor in, int start, Pieces pieces) {
    in.take();
    StringBuilder text = new StringBuilder();
    boolean clear = true;
    while (in.rawPeek() != '\'') {
      int c = in.rawTake();
      if (c == Cursor.END) {
        in.fail(start, "an open quote");
        return;
      }
      if (c == '\\') {
        c = code(in);
        clear &= c > 0 && c <= LAST_ASCII;
      }
      text.append((char) c);
    }
    in.rawTake();
    if (clear) {
      pieces.quote();
      text.chars().forEach(pieces::quoted);
    } else {
      pieces.add(new Expanded(Kind.CODED, in.since(start), true, List.of()));
    }
  }

  /** The character that is written as a code, or a negative number if that is not resolved. */
  private static int code(Cursor in) {
    int c = in.rawTake();
    int letter = c == Cursor.END ? -1 : LETTERS.indexOf(c);
    if (letter >= 0) {
      return MEANING.charAt(letter);
    }
    return switch (c) {
      case 'x' -> number(in, 16, 2, 0, 0);
      case 'u' -> number(in, 16, 4, 0, 0);
      case 'U' -> number(in, 16, 8, 0, 0);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> number(in, 8, 3, c - '0', 1);
      default -> -1;
    };
  }

  private static int number(Cursor in, int base, int most, int first, int taken) {
    int value = first;
    int digits = taken;
    int digit = digit(in.rawPeek(), base);
    while (digits < most && digit >= 0) {
      in.rawTake();
      value = Math.min(value * base + digit, LAST_ASCII + 1);
      digits++;
      digit = digit(in.rawPeek(), base);
    }
    return digits == 0 ? -1 : value;
  }

  /** The value of a digit; other scripts' digits are none here. */
  private static int digit(int c, int base) {
    return c <= LAST_ASCII ? Character.digit(c, base) : -1;
  }
}
