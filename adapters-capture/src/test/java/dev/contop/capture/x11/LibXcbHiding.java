package dev.contop.capture.x11;

import com.sun.jna.Native;
import com.sun.jna.Pointer;

/** Functions of libxcb-xfixes that hide the pointer. */
final class LibXcbHiding {

  static {
    Native.register(LibXcbHiding.class, "libxcb-xfixes.so.0");
  }

  private LibXcbHiding() {}

  static native int xcb_xfixes_query_version(Pointer connection, int major, int minor);

  static native int xcb_xfixes_hide_cursor(Pointer connection, int window);

  static native int xcb_xfixes_show_cursor(Pointer connection, int window);
}
