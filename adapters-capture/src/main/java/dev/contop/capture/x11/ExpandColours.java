package dev.contop.capture.x11;

import dev.contop.capture.xcb.PixelShape;

/** Turns pixels of any true colour into those of a frame, each colour rounded to 8 bits. */
final class ExpandColours {

  private static final int MOST = 255;
  private static final int HALF_WORD = 16;

  private final PixelShape shape;
  private final int redShift;
  private final int greenShift;
  private final int blueShift;
  private final int[] red;
  private final int[] green;
  private final int[] blue;

  ExpandColours(PixelShape shape) {
    this.shape = shape;
    redShift = Integer.numberOfTrailingZeros(shape.red());
    greenShift = Integer.numberOfTrailingZeros(shape.green());
    blueShift = Integer.numberOfTrailingZeros(shape.blue());
    red = table(shape.red() >>> redShift, 16);
    green = table(shape.green() >>> greenShift, 8);
    blue = table(shape.blue() >>> blueShift, 0);
  }

  /** What each value of a colour becomes, at its place in a pixel. */
  private static int[] table(int most, int place) {
    int[] table = new int[most + 1];
    for (int value = 0; value <= most; value++) {
      table[value] = ((value * MOST + most / 2) / most) << place;
    }
    return table;
  }

  /** One pixel, 0x00RRGGBB. */
  int of(int pixel) {
    return red[(pixel & shape.red()) >>> redShift]
        | green[(pixel & shape.green()) >>> greenShift]
        | blue[(pixel & shape.blue()) >>> blueShift];
  }

  /**
   * One row.
   *
   * @param words as they were fetched; of two pixels in one the first is the lower half
   * @param pixels as many as the row has
   */
  void row(int[] words, int[] pixels) {
    if (shape.bits() == HALF_WORD) {
      for (int x = 0; x < pixels.length; x++) {
        pixels[x] = of(words[x >> 1] >>> ((x & 1) * HALF_WORD));
      }
    } else {
      for (int x = 0; x < pixels.length; x++) {
        pixels[x] = of(words[x]);
      }
    }
  }
}
