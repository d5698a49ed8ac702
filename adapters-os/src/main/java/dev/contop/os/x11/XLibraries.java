package dev.contop.os.x11;

/** The native libraries, loaded when first asked for. */
final class XLibraries {

  private static final String REMEDY = "install libxcb1 and libxcb-xtest0";

  private XLibraries() {}

  static Xcb xcb() throws XUnavailable {
    try {
      return CoreHolder.XCB;
    } catch (LinkageError missing) {
      throw new XUnavailable("The library libxcb is missing: " + REMEDY + ".");
    }
  }

  static XcbTest xtest() throws XUnavailable {
    try {
      return TestHolder.XTEST;
    } catch (LinkageError missing) {
      throw new XUnavailable("The library libxcb-xtest is missing: " + REMEDY + ".");
    }
  }

  private static final class CoreHolder {
    static final Xcb XCB = Xcb.load();
  }

  private static final class TestHolder {
    static final XcbTest XTEST = XcbTest.load();
  }
}
