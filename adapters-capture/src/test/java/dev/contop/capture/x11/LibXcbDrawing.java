package dev.contop.capture.x11;

import com.sun.jna.Native;
import com.sun.jna.Pointer;

/** Functions of libxcb that change what is on a screen. */
final class LibXcbDrawing {

  static {
    Native.register(LibXcbDrawing.class, "libxcb.so.1");
  }

  private LibXcbDrawing() {}

  static native int xcb_create_window(
      Pointer connection,
      byte depth,
      int window,
      int parent,
      short x,
      short y,
      short width,
      short height,
      short border,
      short windowClass,
      int visual,
      int valueMask,
      Pointer values);

  static native int xcb_map_window(Pointer connection, int window);

  static native int xcb_destroy_window(Pointer connection, int window);

  static native int xcb_clear_area(
      Pointer connection, byte exposures, int window, short x, short y, short width, short height);

  static native int xcb_create_pixmap(
      Pointer connection, byte depth, int pixmap, int drawable, short width, short height);

  static native int xcb_create_gc(
      Pointer connection, int gc, int drawable, int valueMask, Pointer values);

  static native int xcb_poly_fill_rectangle(
      Pointer connection, int drawable, int gc, int count, Pointer rectangles);

  static native int xcb_configure_window(
      Pointer connection, int window, short valueMask, Pointer values);

  static native int xcb_open_font(Pointer connection, int font, short nameLength, String name);

  static native int xcb_image_text_8(
      Pointer connection, byte length, int drawable, int gc, short x, short y, String text);

  static native int xcb_create_cursor(
      Pointer connection,
      int cursor,
      int source,
      int mask,
      short foreRed,
      short foreGreen,
      short foreBlue,
      short backRed,
      short backGreen,
      short backBlue,
      short hotX,
      short hotY);

  static native int xcb_warp_pointer(
      Pointer connection,
      int fromWindow,
      int toWindow,
      short fromX,
      short fromY,
      short fromWidth,
      short fromHeight,
      short toX,
      short toY);
}
