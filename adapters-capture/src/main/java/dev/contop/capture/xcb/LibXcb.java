package dev.contop.capture.xcb;

import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** Functions of libxcb. */
public final class LibXcb {

  private LibXcb() {}

  public static native Pointer xcb_connect(String display, Pointer screenNumber);

  public static native int xcb_connection_has_error(Pointer connection);

  public static native void xcb_disconnect(Pointer connection);

  public static native int xcb_get_file_descriptor(Pointer connection);

  public static native Pointer xcb_get_setup(Pointer connection);

  public static native int xcb_flush(Pointer connection);

  public static native int xcb_generate_id(Pointer connection);

  public static native @Nullable Pointer xcb_poll_for_event(Pointer connection);

  public static native int xcb_poll_for_reply(
      Pointer connection, int sequence, Pointer reply, Pointer error);

  public static native @Nullable Pointer xcb_request_check(Pointer connection, int sequence);

  public static native int xcb_query_extension(Pointer connection, short nameLength, String name);

  public static native int xcb_intern_atom(
      Pointer connection, byte onlyIfExists, short nameLength, String name);

  public static native int xcb_send_request(
      Pointer connection, int flags, Pointer vector, Pointer request);

  public static native int xcb_change_window_attributes(
      Pointer connection, int window, int valueMask, Pointer values);

  public static native int xcb_get_geometry(Pointer connection, int drawable);

  public static native int xcb_get_atom_name(Pointer connection, int atom);

  public static native int xcb_query_pointer(Pointer connection, int window);

  public static native int xcb_get_image(
      Pointer connection,
      byte format,
      int drawable,
      short x,
      short y,
      short width,
      short height,
      int planeMask);
}
