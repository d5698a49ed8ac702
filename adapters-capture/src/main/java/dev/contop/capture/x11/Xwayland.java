package dev.contop.capture.x11;

import com.sun.jna.Pointer;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.application.screen.WaylandSession;
import dev.contop.capture.xcb.LibXcbRandr;
import dev.contop.capture.xcb.SharedLibrary;
import dev.contop.capture.xcb.XConnection;
import java.nio.charset.StandardCharsets;

/**
 * Recognizes the X server of a Wayland session, whose root is black: the desktop is elsewhere.
 *
 * <p>Xwayland tells it by an extension of its own since 23.1; older ones only by the names of their
 * RandR outputs.
 */
final class Xwayland {

  private static final String NAME = "XWAYLAND";
  private static final int RESOURCES_HEADER = 32;
  private static final int CRTC_SIZE = 4;
  private static final int OUTPUT_HEADER = 36;
  private static final int ID_SIZE = 4;

  private Xwayland() {}

  static void refuse(XConnection connection) throws ScreenUnavailable {
    if (connection.extension(NAME).isPresent() || firstOutput(connection).startsWith(NAME)) {
      throw new ScreenUnavailable(
          WaylandSession.sentence(
              "The display " + connection.display() + " belongs to a Wayland session"));
    }
  }

  /** The name of the first RandR output, or nothing. */
  static String firstOutput(XConnection connection) throws ScreenUnavailable {
    if (!SharedLibrary.RANDR.isThere() || connection.extension("RANDR").isEmpty()) {
      return "";
    }
    Pointer c = connection.pointer();
    connection.answers(LibXcbRandr.xcb_randr_query_version(c, 1, 3));
    Pointer resources =
        connection.reply(
            LibXcbRandr.xcb_randr_get_screen_resources_current(c, connection.root().window()));
    if (resources == null) {
      return "";
    }
    int timestamp = resources.getInt(12);
    int crtcs = resources.getShort(16);
    int outputs = resources.getShort(18);
    int output = outputs == 0 ? 0 : resources.getInt(RESOURCES_HEADER + (long) crtcs * CRTC_SIZE);
    XConnection.free(resources);
    return outputs == 0 ? "" : nameOf(connection, output, timestamp);
  }

  private static String nameOf(XConnection connection, int output, int timestamp)
      throws ScreenUnavailable {
    Pointer info =
        connection.reply(
            LibXcbRandr.xcb_randr_get_output_info(connection.pointer(), output, timestamp));
    if (info == null) {
      return "";
    }
    long ids = (long) info.getShort(26) + info.getShort(28) + info.getShort(32);
    byte[] name = info.getByteArray(OUTPUT_HEADER + ids * ID_SIZE, info.getShort(34));
    XConnection.free(info);
    return new String(name, StandardCharsets.US_ASCII);
  }
}
