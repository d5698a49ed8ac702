package dev.contop.capture.x11;

import com.sun.jna.Pointer;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.capture.xcb.LibXcb;
import dev.contop.capture.xcb.XConnection;

/** Where the pointer is on the root. */
final class PointerPlace {

  private final XConnection connection;
  private int x;
  private int y;
  private boolean onRoot;

  PointerPlace(XConnection connection) {
    this.connection = connection;
  }

  int x() {
    return x;
  }

  int y() {
    return y;
  }

  /** False while the pointer is on another screen of the same server. */
  boolean onRoot() {
    return onRoot;
  }

  /** Requests the place; the answer is {@linkplain #receive received} later. */
  int ask() {
    return LibXcb.xcb_query_pointer(connection.pointer(), connection.root().window());
  }

  /**
   * Waits for the place.
   *
   * @return whether it is another than before
   */
  boolean receive(int request) throws ScreenUnavailable {
    Pointer reply = connection.reply(request);
    if (reply == null) {
      return false;
    }
    boolean nowOnRoot = reply.getByte(1) != 0;
    int nowX = reply.getShort(16);
    int nowY = reply.getShort(18);
    XConnection.free(reply);
    boolean moved = nowX != x || nowY != y || nowOnRoot != onRoot;
    x = nowX;
    y = nowY;
    onRoot = nowOnRoot;
    return moved;
  }
}
