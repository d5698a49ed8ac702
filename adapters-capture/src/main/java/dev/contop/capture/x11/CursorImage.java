package dev.contop.capture.x11;

import com.sun.jna.Pointer;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.capture.xcb.Extension;
import dev.contop.capture.xcb.LibXcbXfixes;
import dev.contop.capture.xcb.SharedLibrary;
import dev.contop.capture.xcb.XConnection;
import java.util.Optional;

/** Keeps the shape of the pointer, fetched again only when it has changed (XFixes extension). */
final class CursorImage {

  private static final int DISPLAY_CURSOR_NOTIFY = 1;
  private static final int CURSOR_NOTIFY = 1;
  private static final int NOTHING_ASKED = 0;

  private final XConnection connection;
  private final int notifyKind;
  private CursorShape shape = CursorShape.none();
  private boolean stale;
  private int asked = NOTHING_ASKED;

  private CursorImage(XConnection connection, int notifyKind, boolean stale) {
    this.connection = connection;
    this.notifyKind = notifyKind;
    this.stale = stale;
  }

  /** Starts to follow the shape; without the extension it stays invisible. */
  static CursorImage of(XConnection connection) throws ScreenUnavailable {
    SharedLibrary.XFIXES.bind();
    Optional<Extension> xfixes = connection.extension("XFIXES");
    if (xfixes.isEmpty()) {
      return new CursorImage(connection, -1, false);
    }
    Pointer c = connection.pointer();
    connection.answers(LibXcbXfixes.xcb_xfixes_query_version(c, 4, 0));
    LibXcbXfixes.xcb_xfixes_select_cursor_input(
        c, connection.root().window(), DISPLAY_CURSOR_NOTIFY);
    return new CursorImage(connection, xfixes.get().firstEvent() + CURSOR_NOTIFY, true);
  }

  /** Whether this event says that the shape has changed. */
  boolean isNews(Pointer event) {
    if (XConnection.kind(event) != notifyKind || event.getInt(8) == shape.serial()) {
      return false;
    }
    stale = true;
    return true;
  }

  /** Requests the shape if the one here is old. */
  void ask() {
    if (stale) {
      asked = LibXcbXfixes.xcb_xfixes_get_cursor_image(connection.pointer());
      stale = false;
    }
  }

  /** Waits for the shape if it was asked for. */
  CursorShape receive() throws ScreenUnavailable {
    if (asked != NOTHING_ASKED) {
      Pointer reply = connection.reply(asked);
      asked = NOTHING_ASKED;
      if (reply == null) {
        shape = CursorShape.none();
      } else {
        shape = CursorShape.fromReply(reply);
        XConnection.free(reply);
      }
    }
    return shape;
  }
}
