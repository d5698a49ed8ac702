package dev.contop.domain.policy;

/** Characters that make a text read otherwise than it runs. */
final class Unseen {

  /** Unicode's embeddings, overrides, isolates and marks (UAX #9, section 2). */
  private static final String TURNS_DIRECTION =
      "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

  /** The first character behind the visible ones of ASCII. */
  private static final int DELETE = 0x7f;

  private Unseen() {}

  /** Whether {@code c} is invisible: a blank, a tab and a line's end are not. */
  static boolean is(int c) {
    if (c >= ' ' && c < DELETE) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      case Character.FORMAT -> TURNS_DIRECTION.indexOf(c) >= 0;
      case Character.SURROGATE -> true;
      default -> false;
    };
  }

  /** Whether {@code text} has one that is neither a tab nor the end of a line. */
  static boolean isIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\t' && c != '\n' && !Character.isSurrogate(c) && is(c)) {
        return true;
      }
    }
    return false;
  }

  /** Whether no process can be given {@code text} as it is: half a pair, or a zero. */
  static boolean cannotBePassed(String text) {
    for (int i = 0; i < text.length(); i++) {
      int c = text.codePointAt(i);
      if (c == 0 || (c <= Character.MAX_VALUE && Character.isSurrogate((char) c))) {
        return true;
      }
      i += Character.charCount(c) - 1;
    }
    return false;
  }
}
