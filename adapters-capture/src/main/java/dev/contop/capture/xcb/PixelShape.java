package dev.contop.capture.xcb;

/**
 * How a server writes a pixel of true colour into a little-endian word.
 *
 * @param bits of the word, 16 or 32
 * @param red the bits of it that are red
 */
public record PixelShape(int bits, int red, int green, int blue) {

  private static final int WORD = 32;

  /** Whether it is what readers of frames expect: blue, green, red, unused, a byte each. */
  public boolean isBgrx() {
    return bits == WORD && red == 0xff0000 && green == 0xff00 && blue == 0xff;
  }

  /** Whether each colour is one run of bits of a word of such a length. */
  boolean isReadable() {
    return (bits == 16 || bits == WORD) && isRun(red) && isRun(green) && isRun(blue);
  }

  private static boolean isRun(int mask) {
    int run = mask == 0 ? 0 : mask >>> Integer.numberOfTrailingZeros(mask);
    return mask != 0 && (run & (run + 1)) == 0 && Integer.bitCount(run) <= 16;
  }

  /** The bytes of a row, which ends with a word of 32 bits in it or not. */
  public int stride(int width) {
    return (width * bits + WORD - 1) / WORD * Integer.BYTES;
  }
}
