package dev.contop.capture.x11;

import dev.contop.application.screen.Frame;
import java.nio.ByteOrder;
import java.nio.IntBuffer;

/** Reads colours, 0xRRGGBB, out of a lent frame. */
public record Pixels(Frame frame, IntBuffer ints) {

  public static Pixels of(Frame frame) {
    return new Pixels(
        frame, frame.pixels().duplicate().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer());
  }

  public int at(int x, int y) {
    return ints.get(y * frame.stride() / 4 + x) & 0xffffff;
  }

  /** How many pixels have this colour. */
  public int count(int colour) {
    int count = 0;
    for (int y = 0; y < frame.size().height(); y++) {
      for (int x = 0; x < frame.size().width(); x++) {
        if (at(x, y) == colour) {
          count++;
        }
      }
    }
    return count;
  }

  /** How many pixels of a rectangle have this colour. */
  public int count(int colour, int left, int top, int width, int height) {
    int count = 0;
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        if (at(x, y) == colour) {
          count++;
        }
      }
    }
    return count;
  }
}
