package dev.contop.capture.x11;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.capture.xcb.LibXcb;
import dev.contop.capture.xcb.XConnection;
import java.nio.IntBuffer;
import java.util.Objects;

/** A program that shows things on a display; each call is done when it returns. */
public final class XClient implements AutoCloseable {

  private static final int BACK_PIXEL = 1 << 1;
  private static final int OVERRIDE_REDIRECT = 1 << 9;
  private static final int CURSOR = 1 << 14;
  private static final byte MOTION = 6;
  private static final int GC_FOREGROUND = 1 << 2;
  private static final int GC_BACKGROUND = 1 << 3;
  private static final int GC_FONT = 1 << 14;
  private static final int MOVE = 1 | 1 << 1;
  private static final String FONT = "fixed";

  private final XConnection connection;
  private final Pointer c;

  public XClient(String display) throws ScreenUnavailable {
    connection = XConnection.open(display);
    c = connection.pointer();
  }

  /** Opens a window without a frame in one colour. */
  public int showWindow(int x, int y, int width, int height, int colour) throws ScreenUnavailable {
    int window = LibXcb.xcb_generate_id(c);
    LibXcbDrawing.xcb_create_window(
        c,
        (byte) 0,
        window,
        connection.root().window(),
        (short) x,
        (short) y,
        (short) width,
        (short) height,
        (short) 0,
        (short) 0,
        0,
        BACK_PIXEL | OVERRIDE_REDIRECT,
        ints(colour, 1));
    LibXcbDrawing.xcb_map_window(c, window);
    sync();
    return window;
  }

  /** Moves a window by one request, which the server does at once. */
  public void moveWindow(int window, int x, int y) throws ScreenUnavailable {
    LibXcbDrawing.xcb_configure_window(c, window, (short) MOVE, ints(x, y));
    sync();
  }

  /** Writes a line in a font that every X server has; (x, y) is where its baseline begins. */
  public void write(int window, int x, int y, String text, int ink, int paper)
      throws ScreenUnavailable {
    int font = LibXcb.xcb_generate_id(c);
    LibXcbDrawing.xcb_open_font(c, font, (short) FONT.length(), FONT);
    int gc = LibXcb.xcb_generate_id(c);
    LibXcbDrawing.xcb_create_gc(
        c, gc, window, GC_FOREGROUND | GC_BACKGROUND | GC_FONT, ints(ink, paper, font));
    LibXcbDrawing.xcb_image_text_8(c, (byte) text.length(), window, gc, (short) x, (short) y, text);
    sync();
  }

  /** What the server has in a part of the root, as it is, row by row, without the pointer. */
  public IntBuffer pixels(int x, int y, int width, int height) throws ScreenUnavailable {
    Pointer reply =
        Objects.requireNonNull(
            connection.reply(
                LibXcb.xcb_get_image(
                    c,
                    Picture.Z_PIXMAP,
                    connection.root().window(),
                    (short) x,
                    (short) y,
                    (short) width,
                    (short) height,
                    Picture.ALL_PLANES)));
    IntBuffer pixels = IntBuffer.wrap(reply.getIntArray(32, width * height));
    XConnection.free(reply);
    return pixels;
  }

  /** Paints the root anew. */
  public void paintRoot(int colour) throws ScreenUnavailable {
    paintRoot(colour, 0, 0, 0, 0);
  }

  /** Paints a part of the root; no width and no height stand for all that is there. */
  public void paintRoot(int colour, int x, int y, int width, int height) throws ScreenUnavailable {
    int root = connection.root().window();
    LibXcb.xcb_change_window_attributes(c, root, BACK_PIXEL, ints(colour));
    LibXcbDrawing.xcb_clear_area(
        c, (byte) 0, root, (short) x, (short) y, (short) width, (short) height);
    sync();
  }

  /**
   * Gives the root a square pointer whose left half has one colour and whose right half another.
   */
  public void setPointer(int side, int hotX, int hotY, int left, int right)
      throws ScreenUnavailable {
    int source = filledBitmap(side, side / 2);
    int mask = filledBitmap(side, side);
    int cursor = LibXcb.xcb_generate_id(c);
    LibXcbDrawing.xcb_create_cursor(
        c,
        cursor,
        source,
        mask,
        wide(left >> 16),
        wide(left >> 8),
        wide(left),
        wide(right >> 16),
        wide(right >> 8),
        wide(right),
        (short) hotX,
        (short) hotY);
    LibXcb.xcb_change_window_attributes(c, connection.root().window(), CURSOR, ints(cursor));
    sync();
  }

  /** Gives the root a pointer of which no pixel is opaque. */
  public void setTransparentPointer(int side) throws ScreenUnavailable {
    int nothing = filledBitmap(side, 0);
    int cursor = LibXcb.xcb_generate_id(c);
    short none = 0;
    LibXcbDrawing.xcb_create_cursor(
        c, cursor, nothing, nothing, none, none, none, none, none, none, none, none);
    LibXcb.xcb_change_window_attributes(c, connection.root().window(), CURSOR, ints(cursor));
    sync();
  }

  /** Hides the pointer, whatever its shape, until it is shown again or this program ends. */
  public void hidePointer() throws ScreenUnavailable {
    LibXcbHiding.xcb_xfixes_query_version(c, 4, 0);
    LibXcbHiding.xcb_xfixes_hide_cursor(c, connection.root().window());
    sync();
  }

  /** Ends the hiding. */
  public void showPointer() throws ScreenUnavailable {
    LibXcbHiding.xcb_xfixes_show_cursor(c, connection.root().window());
    sync();
  }

  /** A square bitmap that is 0 but for its left columns. */
  private int filledBitmap(int side, int columns) {
    int bitmap = LibXcb.xcb_generate_id(c);
    LibXcbDrawing.xcb_create_pixmap(
        c, (byte) 1, bitmap, connection.root().window(), (short) side, (short) side);
    fill(bitmap, 0, side, side);
    fill(bitmap, 1, columns, side);
    return bitmap;
  }

  private void fill(int bitmap, int value, int width, int height) {
    int gc = LibXcb.xcb_generate_id(c);
    LibXcbDrawing.xcb_create_gc(c, gc, bitmap, GC_FOREGROUND, ints(value));
    LibXcbDrawing.xcb_poly_fill_rectangle(c, bitmap, gc, 1, ints(0, height << 16 | width));
  }

  /** Puts the pointer somewhere without any device having moved. */
  public void warpPointer(int x, int y) throws ScreenUnavailable {
    LibXcbDrawing.xcb_warp_pointer(
        c,
        0,
        connection.root().window(),
        (short) 0,
        (short) 0,
        (short) 0,
        (short) 0,
        (short) x,
        (short) y);
    sync();
  }

  /** Moves the pointer as a mouse does. */
  public void movePointer(int x, int y) throws ScreenUnavailable {
    LibXcbXtest.xcb_test_fake_input(
        c, MOTION, (byte) 0, 0, connection.root().window(), (short) x, (short) y, (byte) 0);
    sync();
  }

  private void sync() throws ScreenUnavailable {
    connection.rootSize();
  }

  private static short wide(int octet) {
    return (short) ((octet & 0xff) * 0x101);
  }

  private static Memory ints(int... values) {
    Memory memory = new Memory((long) values.length * Integer.BYTES);
    memory.write(0, values, 0, values.length);
    return memory;
  }

  @Override
  public void close() {
    connection.close();
  }
}
