package dev.contop.application.still;

import dev.contop.domain.media.ScreenSize;
import java.util.Arrays;

/**
 * Makes a picture smaller: each pixel is the mean of the area that it stands for, so that thin
 * strokes of letters become paler and do not vanish.
 */
final class Shrinking {

  private static final int CHANNELS = 3;

  private Shrinking() {}

  /**
   * @param pixels {@code 0x..RRGGBB}, row by row
   * @param target no larger than {@code size} in either direction
   */
  static int[] shrink(int[] pixels, ScreenSize size, ScreenSize target) {
    if (target.equals(size)) {
      return pixels;
    }
    int[] shrunk = new int[target.width() * target.height()];
    float[] row = new float[target.width() * CHANNELS];
    float[] sum = new float[target.width() * CHANNELS];
    double step = (double) size.height() / target.height();
    for (int y = 0; y < target.height(); y++) {
      Arrays.fill(sum, 0);
      double top = y * step;
      double bottom = Math.min(size.height(), top + step);
      for (int from = (int) top; from < bottom; from++) {
        float weight = (float) ((Math.min(bottom, from + 1) - Math.max(top, from)) / step);
        across(pixels, from * size.width(), size.width(), row, target.width());
        for (int i = 0; i < sum.length; i++) {
          sum[i] += row[i] * weight;
        }
      }
      for (int x = 0; x < target.width(); x++) {
        shrunk[y * target.width() + x] =
            whole(sum[x * CHANNELS]) << 16
                | whole(sum[x * CHANNELS + 1]) << 8
                | whole(sum[x * CHANNELS + 2]);
      }
    }
    return shrunk;
  }

  /** One row, shrunk from left to right. */
  private static void across(int[] pixels, int start, int width, float[] row, int target) {
    double step = (double) width / target;
    for (int x = 0; x < target; x++) {
      double left = x * step;
      double right = Math.min(width, left + step);
      float red = 0;
      float green = 0;
      float blue = 0;
      for (int from = (int) left; from < right; from++) {
        float weight = (float) ((Math.min(right, from + 1) - Math.max(left, from)) / step);
        int pixel = pixels[start + from];
        red += (pixel >> 16 & 0xff) * weight;
        green += (pixel >> 8 & 0xff) * weight;
        blue += (pixel & 0xff) * weight;
      }
      row[x * CHANNELS] = red;
      row[x * CHANNELS + 1] = green;
      row[x * CHANNELS + 2] = blue;
    }
  }

  private static int whole(float channel) {
    return Math.min(255, Math.round(channel));
  }
}
