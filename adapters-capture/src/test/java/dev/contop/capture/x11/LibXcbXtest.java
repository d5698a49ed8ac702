package dev.contop.capture.x11;

import com.sun.jna.Native;
import com.sun.jna.Pointer;

/** Functions of libxcb-xtest. */
final class LibXcbXtest {

  static {
    Native.register(LibXcbXtest.class, "libxcb-xtest.so.0");
  }

  private LibXcbXtest() {}

  static native int xcb_test_fake_input(
      Pointer connection,
      byte kind,
      byte detail,
      int time,
      int root,
      short rootX,
      short rootY,
      byte device);
}
