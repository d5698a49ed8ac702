package dev.contop.os.x11;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The functions of libxcb-xtest that are used (xcb/xtest.h). */
interface XcbTest extends Library {

  static XcbTest load() {
    return Native.load("libxcb-xtest.so.0", XcbTest.class);
  }

  int xcb_test_get_version(Pointer connection, int major, short minor);

  @Nullable Pointer xcb_test_get_version_reply(
      Pointer connection, int cookie, @Nullable Pointer error);

  int xcb_test_fake_input(
      Pointer connection, int type, int detail, int time, int root, int x, int y, int device);
}
