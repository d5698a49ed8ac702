package dev.contop.e2e;

import java.io.IOException;

/** The brightness of a picture, a byte a pixel, row by row. */
final class Luma {

  private static final int WINDOW = 8;
  private static final int STEP = 4;
  private static final double C1 = Math.pow(0.01 * 255, 2);
  private static final double C2 = Math.pow(0.03 * 255, 2);

  private final byte[] pixels;
  private final int width;

  /**
   * @param width in pixels
   */
  Luma(byte[] pixels, int width) {
    this.pixels = pixels;
    this.width = width;
  }

  /** What an X server shows, as another program reads it, without the pointer. */
  static Luma ofScreen(String display, int width, int height)
      throws IOException, InterruptedException {
    Process grab =
        new ProcessBuilder(
                "ffmpeg",
                "-v",
                "error",
                "-f",
                "x11grab",
                "-draw_mouse",
                "0",
                "-video_size",
                width + "x" + height,
                "-i",
                display,
                "-frames:v",
                "1",
                "-f",
                "rawvideo",
                "-pix_fmt",
                "gray",
                "-")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    byte[] pixels = grab.getInputStream().readAllBytes();
    if (grab.waitFor() != 0 || pixels.length != width * height) {
      throw new IOException("The screen could not be read");
    }
    return new Luma(pixels, width);
  }

  /**
   * How alike two pictures of the same size are in an area: the mean structural similarity (SSIM;
   * Wang, Bovik, Sheikh and Simoncelli, 2004) over windows of 8x8 pixels. 1 is the same.
   */
  double similarity(Luma other, int left, int top, int areaWidth, int areaHeight) {
    if (other.width != width || other.pixels.length != pixels.length) {
      throw new IllegalArgumentException("Pictures of different sizes");
    }
    double sum = 0;
    int windows = 0;
    for (int y = top; y + WINDOW <= top + areaHeight; y += STEP) {
      for (int x = left; x + WINDOW <= left + areaWidth; x += STEP) {
        sum += window(other, x, y);
        windows++;
      }
    }
    return sum / windows;
  }

  private double window(Luma other, int left, int top) {
    double a = 0;
    double b = 0;
    double aa = 0;
    double bb = 0;
    double ab = 0;
    for (int y = top; y < top + WINDOW; y++) {
      for (int x = left; x < left + WINDOW; x++) {
        int mine = pixels[y * width + x] & 0xff;
        int theirs = other.pixels[y * width + x] & 0xff;
        a += mine;
        b += theirs;
        aa += mine * mine;
        bb += theirs * theirs;
        ab += mine * theirs;
      }
    }
    double count = WINDOW * WINDOW;
    double meanA = a / count;
    double meanB = b / count;
    double varianceA = aa / count - meanA * meanA;
    double varianceB = bb / count - meanB * meanB;
    double common = ab / count - meanA * meanB;
    return (2 * meanA * meanB + C1)
        * (2 * common + C2)
        / ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
  }
}
