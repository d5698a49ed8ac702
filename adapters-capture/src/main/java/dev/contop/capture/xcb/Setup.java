package dev.contop.capture.xcb;

import com.sun.jna.Pointer;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.domain.media.ScreenSize;

/**
 * What the server tells of itself when a connection begins (X11 protocol, section 8, "Connection
 * Setup"): a pointer into memory of the connection.
 */
record Setup(Pointer setup) {

  private static final int BITS_PER_PIXEL = 32;
  private static final int LSB_FIRST = 0;
  private static final long SETUP_SIZE = 40;
  private static final long FORMAT_SIZE = 8;
  private static final long SCREEN_SIZE = 40;
  private static final long DEPTH_SIZE = 8;
  private static final long VISUAL_SIZE = 24;

  /**
   * The root of a screen.
   *
   * @throws ScreenUnavailable when its pixels are not of the one shape that we read
   */
  Root root(int screenNumber) throws ScreenUnavailable {
    long screen = screens();
    for (int i = 0; i < screenNumber; i++) {
      screen = afterScreen(screen);
    }
    int depth = setup.getByte(screen + 38);
    requireFourBytesBgr(screen, depth);
    return new Root(setup.getInt(screen), new ScreenSize(word(screen + 20), word(screen + 22)));
  }

  private void requireFourBytesBgr(long screen, int depth) throws ScreenUnavailable {
    if ((depth != 24 && depth != 32)
        || bitsPerPixel(depth) != BITS_PER_PIXEL
        || setup.getByte(30) != LSB_FIRST
        || !rootVisualIsBgr(screen)) {
      throw new ScreenUnavailable(
          "The X screen has "
              + depth
              + " bits of colour in a form that cannot be read; 24 bits in 32, red-green-blue, are"
              + " needed: start the X server with a depth of 24");
    }
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

  private boolean rootVisualIsBgr(long screen) {
    int rootVisual = setup.getInt(screen + 32);
    long depth = screen + SCREEN_SIZE;
    for (int i = 0; i < octet(screen + 39); i++) {
      int visuals = word(depth + 2);
      long visual = depth + DEPTH_SIZE;
      for (int j = 0; j < visuals; j++, visual += VISUAL_SIZE) {
        if (setup.getInt(visual) == rootVisual) {
          return setup.getInt(visual + 8) == 0xff0000
              && setup.getInt(visual + 12) == 0xff00
              && setup.getInt(visual + 16) == 0xff;
        }
      }
      depth = visual;
    }
    return false;
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
