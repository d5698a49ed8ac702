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

  int width() {
    return width;
  }

  int height() {
    return pixels.length / width;
  }

  /**
   * The same picture with fewer pixels, each the mean of the area that it stands for: what no
   * encoder of that size can be better than.
   */
  Luma scaledTo(int newWidth, int newHeight) {
    byte[] scaled = new byte[newWidth * newHeight];
    for (int y = 0; y < newHeight; y++) {
      for (int x = 0; x < newWidth; x++) {
        scaled[y * newWidth + x] = (byte) Math.round(mean(x, y, newWidth, newHeight));
      }
    }
    return new Luma(scaled, newWidth);
  }

  private double mean(int x, int y, int newWidth, int newHeight) {
    double wide = (double) width / newWidth;
    double high = (double) height() / newHeight;
    double sum = 0;
    for (int row = (int) (y * high); row < Math.ceil((y + 1) * high); row++) {
      for (int column = (int) (x * wide); column < Math.ceil((x + 1) * wide); column++) {
        double part =
            common(row, y * high, (y + 1) * high) * common(column, x * wide, (x + 1) * wide);
        sum += part * (pixels[row * width + column] & 0xff);
      }
    }
    return sum / (wide * high);
  }

  /** How much of a pixel lies between two places. */
  private static double common(int pixel, double from, double to) {
    return Math.min(pixel + 1, to) - Math.max(pixel, from);
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
