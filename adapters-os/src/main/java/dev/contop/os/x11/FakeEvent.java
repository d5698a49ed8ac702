package dev.contop.os.x11;

/** One event of a device, as the XTEST extension takes it (XTEST protocol, XTestFakeInput). */
public record FakeEvent(int type, int detail, int x, int y) {

  public static FakeEvent keyDown(int keycode) {
    return new FakeEvent(2, keycode, 0, 0);
  }

  public static FakeEvent keyUp(int keycode) {
    return new FakeEvent(3, keycode, 0, 0);
  }

  public static FakeEvent buttonDown(int button) {
    return new FakeEvent(4, button, 0, 0);
  }

  public static FakeEvent buttonUp(int button) {
    return new FakeEvent(5, button, 0, 0);
  }

  public static FakeEvent moveTo(int x, int y) {
    return new FakeEvent(6, 0, shortened(x), shortened(y));
  }

  public static FakeEvent moveBy(int dx, int dy) {
    return new FakeEvent(6, 1, shortened(dx), shortened(dy));
  }

  /** The wire has 16 bits; farther than that is off any screen anyhow. */
  private static int shortened(int distance) {
    return Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, distance));
  }
}
