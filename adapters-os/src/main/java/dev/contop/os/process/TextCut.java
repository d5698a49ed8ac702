package dev.contop.os.process;

/** Where text may be cut. */
final class TextCut {

  private TextCut() {}

  /** The last place at or before {@code at} that is not inside a character. */
  static int before(CharSequence text, int at) {
    boolean inside =
        at > 0
            && at < text.length()
            && Character.isHighSurrogate(text.charAt(at - 1))
            && Character.isLowSurrogate(text.charAt(at));
    return inside ? at - 1 : at;
  }
}
