package dev.contop.capture.xcb;

import com.sun.jna.Pointer;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.domain.media.ScreenSize;

/**
 * What the server tells of itself when a connection begins (X11 protocol, section 8, "Connection
 * Setup"): a pointer into memory of the connection.
 */
record Setup(Pointer setup) {

  private static final int TRUE_COLOUR = 4;
  private static final int LSB_FIRST = 0;
  private static final long SETUP_SIZE = 40;
  private static final long FORMAT_SIZE = 8;
  private static final long SCREEN_SIZE = 40;
  private static final long DEPTH_SIZE = 8;
  private static final long VISUAL_SIZE = 24;

  /**
   * The root of a screen.
   *
   * @throws ScreenUnavailable when its pixels are of a shape that we do not read
   */
  Root root(int screenNumber) throws ScreenUnavailable {
    long screen = screens();
    for (int i = 0; i < screenNumber; i++) {
      screen = afterScreen(screen);
    }
    int depth = setup.getByte(screen + 38);
    PixelShape pixels = pixels(screen, bitsPerPixel(depth));
    if (!pixels.isReadable() || setup.getByte(30) != LSB_FIRST) {
      throw new ScreenUnavailable(
          "The X screen has "
              + depth
              + " bits of colour in a form that cannot be read; true colour in words of 16 or 32"
              + " bits, the lowest byte first, is needed: start the X server with a depth of 24");
    }
    ScreenSize size = new ScreenSize(word(screen + 20), word(screen + 22));
    return new Root(setup.getInt(screen), size, pixels);
  }

  private int bitsPerPixel(int depth) {
    long format = formats();
    for (int i = 0; i < octet(29); i++, format += FORMAT_SIZE) {
      if (setup.getByte(format) == depth) {
        return octet(format + 1);
      }
    }
    return 0;
  }

  /** As the root's visual says; without a colour where it is none of true colour. */
  private PixelShape pixels(long screen, int bits) {
    int rootVisual = setup.getInt(screen + 32);
    long depth = screen + SCREEN_SIZE;
    for (int i = 0; i < octet(screen + 39); i++) {
      int visuals = word(depth + 2);
      long visual = depth + DEPTH_SIZE;
      for (int j = 0; j < visuals; j++, visual += VISUAL_SIZE) {
        if (setup.getInt(visual) == rootVisual && octet(visual + 4) == TRUE_COLOUR) {
          return new PixelShape(
              bits, setup.getInt(visual + 8), setup.getInt(visual + 12), setup.getInt(visual + 16));
        }
      }
      depth = visual;
    }
    return new PixelShape(bits, 0, 0, 0);
  }

  private long formats() {
    return SETUP_SIZE + ((word(24) + 3) & ~3);
  }

  private long screens() {
    return formats() + octet(29) * FORMAT_SIZE;
  }

  private long afterScreen(long screen) {
    long depth = screen + SCREEN_SIZE;
    for (int i = 0; i < octet(screen + 39); i++) {
      depth += DEPTH_SIZE + word(depth + 2) * VISUAL_SIZE;
    }
    return depth;
  }

  private int octet(long offset) {
    return Byte.toUnsignedInt(setup.getByte(offset));
  }

  private int word(long offset) {
    return Short.toUnsignedInt(setup.getShort(offset));
  }
}
