package dev.contop.capture.x11;

import com.sun.jna.Pointer;
import dev.contop.domain.media.ScreenArea;
import dev.contop.domain.media.ScreenSize;
import java.nio.IntBuffer;
import java.util.Optional;

/** The look of the pointer: pixels 0xAARRGGBB, colours already multiplied by their opacity. */
final class CursorShape {

  private static final CursorShape NONE = new CursorShape(0, 0, 0, 0, 0, new int[0]);
  private static final int OPAQUE = 255;

  private final int serial;
  private final int width;
  private final int height;
  private final int hotX;
  private final int hotY;
  private final int[] pixels;

  CursorShape(int serial, int width, int height, int hotX, int hotY, int[] pixels) {
    this.serial = serial;
    this.width = width;
    this.height = height;
    this.hotX = hotX;
    this.hotY = hotY;
    this.pixels = pixels;
  }

  /** A pointer that cannot be seen. */
  static CursorShape none() {
    return NONE;
  }

  /** Reads a reply to GetCursorImage (XFixes protocol, section 7). */
  static CursorShape fromReply(Pointer reply) {
    int width = word(reply, 12);
    int height = word(reply, 14);
    return new CursorShape(
        reply.getInt(20),
        width,
        height,
        word(reply, 16),
        word(reply, 18),
        reply.getIntArray(32, width * height));
  }

  /** The server's number for this shape; a different shape has a different one. */
  int serial() {
    return serial;
  }

  /** Where on a picture it shows while its hot spot is at (x, y). */
  Optional<ScreenArea> area(ScreenSize size, int x, int y) {
    int left = x - hotX;
    int top = y - hotY;
    int right = Math.min(size.width(), left + width);
    int bottom = Math.min(size.height(), top + height);
    left = Math.max(0, left);
    top = Math.max(0, top);
    return left < right && top < bottom
        ? Optional.of(new ScreenArea(left, top, new ScreenSize(right - left, bottom - top)))
        : Optional.empty();
  }

  /** Lays the shape over a picture so that its hot spot is at (x, y); what sticks out is cut. */
  void drawOn(IntBuffer canvas, ScreenSize size, int x, int y) {
    int left = x - hotX;
    int top = y - hotY;
    int fromColumn = Math.max(0, -left);
    int toColumn = Math.min(width, size.width() - left);
    int toRow = Math.min(height, size.height() - top);
    for (int row = Math.max(0, -top); row < toRow; row++) {
      int line = (top + row) * size.width() + left;
      for (int column = fromColumn; column < toColumn; column++) {
        int over = pixels[row * width + column];
        if (over != 0) {
          canvas.put(line + column, over(over, canvas.get(line + column)));
        }
      }
    }
  }

  private static int over(int over, int under) {
    int rest = OPAQUE - (over >>> 24);
    if (rest == 0) {
      return over;
    }
    // Two colours at a time: they are 16 bits apart, so neither spills into the other.
    int redBlue = scaled(under & 0xff00ff, rest);
    int green = scaled(under >>> 8 & 0xff, rest);
    return over + (redBlue | green << 8);
  }

  /** x * rest / 255, rounded, for each 16 bits of x. */
  private static int scaled(int x, int rest) {
    int product = x * rest + 0x800080;
    return ((product + ((product >>> 8) & 0xff00ff)) >>> 8) & 0xff00ff;
  }

  private static int word(Pointer reply, long offset) {
    return Short.toUnsignedInt(reply.getShort(offset));
  }
}
