package dev.contop.capture.xcb;

import com.sun.jna.Pointer;

/** Functions of libxcb-randr. */
public final class LibXcbRandr {

  private LibXcbRandr() {}

  public static native int xcb_randr_query_version(Pointer connection, int major, int minor);

  public static native int xcb_randr_get_screen_resources_current(Pointer connection, int window);

  public static native int xcb_randr_get_monitors(Pointer connection, int window, byte getActive);

  public static native int xcb_randr_get_output_info(Pointer connection, int output, int timestamp);
}
