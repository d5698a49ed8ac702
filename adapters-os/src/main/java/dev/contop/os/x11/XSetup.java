package dev.contop.os.x11;

import com.sun.jna.Pointer;

/** What an X server says of itself (X11 protocol, section 8, "Connection Setup"). */
public record XSetup(int root, int width, int height, int minKeycode, int maxKeycode) {

  private static final int FIXED_BYTES = 40;
  private static final int FORMAT_BYTES = 8;
  private static final int SCREEN_BYTES = 40;
  private static final int DEPTH_BYTES = 8;
  private static final int VISUAL_BYTES = 24;

  /** How many keycodes there are. */
  public int keycodes() {
    return maxKeycode - minKeycode + 1;
  }

  /** Reads it as it came over the wire, which is how XCB keeps it. */
  static XSetup read(Pointer setup, int screen) {
    int vendor = Short.toUnsignedInt(setup.getShort(24));
    int formats = Byte.toUnsignedInt(setup.getByte(29));
    long at = FIXED_BYTES + ((vendor + 3) & ~3) + (long) formats * FORMAT_BYTES;
    for (int i = 0; i < screen; i++) {
      at = afterScreen(setup, at);
    }
    return new XSetup(
        setup.getInt(at),
        Short.toUnsignedInt(setup.getShort(at + 20)),
        Short.toUnsignedInt(setup.getShort(at + 22)),
        Byte.toUnsignedInt(setup.getByte(34)),
        Byte.toUnsignedInt(setup.getByte(35)));
  }

  private static long afterScreen(Pointer setup, long screen) {
    int depths = Byte.toUnsignedInt(setup.getByte(screen + 39));
    long at = screen + SCREEN_BYTES;
    for (int i = 0; i < depths; i++) {
      at += DEPTH_BYTES + (long) Short.toUnsignedInt(setup.getShort(at + 2)) * VISUAL_BYTES;
    }
    return at;
  }
}
