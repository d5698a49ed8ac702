package dev.contop.domain.execution;

/** How many bytes a text takes, plain or inside JSON. */
final class Utf8Length {

  private Utf8Length() {}

  /** The bytes of the character at {@code index} in UTF-8; half a surrogate pair counts two. */
  static int plain(String text, int index) {
    char c = text.charAt(index);
    if (c < 0x80) {
      return 1;
    }
    return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
  }

  /** The same inside a JSON string, in its longest form: control characters take six. */
  static int escaped(String text, int index) {
    char c = text.charAt(index);
    if (c < 0x20 || c == 0x2028 || c == 0x2029) {
      return 6;
    }
    if (c == '"' || c == '\\') {
      return 2;
    }
    // Half a pair without its other half is written as U+FFFD, which takes three.
    return Character.isSurrogate(c) && !isPaired(text, index) ? 3 : plain(text, index);
  }

  private static boolean isPaired(String text, int index) {
    int other = Character.isHighSurrogate(text.charAt(index)) ? index + 1 : index - 1;
    return other >= 0
        && other < text.length()
        && Character.isSurrogatePair(
            text.charAt(Math.min(index, other)), text.charAt(Math.max(index, other)));
  }

  /** A place at or before {@code end} that does not divide a surrogate pair. */
  static int whole(String text, int end) {
    return end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))
        ? end - 1
        : end;
  }
}
