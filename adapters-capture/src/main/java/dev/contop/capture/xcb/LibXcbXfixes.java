package dev.contop.capture.xcb;

import com.sun.jna.Pointer;

/** Functions of libxcb-xfixes. */
public final class LibXcbXfixes {

  private LibXcbXfixes() {}

  public static native int xcb_xfixes_query_version(Pointer connection, int major, int minor);

  public static native int xcb_xfixes_select_cursor_input(Pointer connection, int window, int mask);

  public static native int xcb_xfixes_get_cursor_image(Pointer connection);
}
