package dev.contop.capture.x11;

import com.sun.jna.Pointer;
import dev.contop.application.screen.ListMonitors;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.capture.xcb.LibXcb;
import dev.contop.capture.xcb.LibXcbRandr;
import dev.contop.capture.xcb.SharedLibrary;
import dev.contop.capture.xcb.XConnection;
import dev.contop.domain.media.Monitor;
import dev.contop.domain.media.ScreenArea;
import dev.contop.domain.media.ScreenSize;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The monitors of an X11 display (RandR 1.5, GetMonitors), or all of it as one where the server
 * does not tell. Each call connects anew, so that a restarted server is no matter.
 *
 * @param display the display's name, such as {@code :0}
 */
public record X11Monitors(String display) implements ListMonitors {

  private static final int HEADER = 32;
  private static final int MONITOR = 24;
  private static final int OUTPUT = 4;
  private static final byte ACTIVE = 1;

  @Override
  public List<Monitor> list() throws ScreenUnavailable {
    try (XConnection connection = XConnection.open(display)) {
      ScreenSize root = connection.rootSize();
      List<Monitor> monitors = new ArrayList<>();
      if (SharedLibrary.RANDR.isThere() && connection.extension("RANDR").isPresent()) {
        connection.answers(LibXcbRandr.xcb_randr_query_version(connection.pointer(), 1, 5));
        read(connection, root, monitors);
      }
      return monitors.isEmpty()
          ? List.of(new Monitor("screen", display, ScreenArea.whole(root), true))
          : List.copyOf(monitors);
    }
  }

  private static void read(XConnection connection, ScreenSize root, List<Monitor> into)
      throws ScreenUnavailable {
    Pointer reply =
        connection.reply(
            LibXcbRandr.xcb_randr_get_monitors(
                connection.pointer(), connection.root().window(), ACTIVE));
    if (reply == null) {
      return;
    }
    try {
      long at = HEADER;
      for (int left = reply.getInt(12); left > 0; left--) {
        add(connection, reply.share(at), root, into);
        at += MONITOR + (long) word(reply, at + 6) * OUTPUT;
      }
    } finally {
      XConnection.free(reply);
    }
  }

  private static void add(XConnection connection, Pointer info, ScreenSize root, List<Monitor> into)
      throws ScreenUnavailable {
    int x = info.getShort(8);
    int y = info.getShort(10);
    int width = word(info, 12);
    int height = word(info, 14);
    if (x >= 0 && y >= 0 && width > 0 && height > 0) {
      ScreenArea area = new ScreenArea(x, y, new ScreenSize(width, height));
      if (area.isOn(root)) {
        String name = nameOf(connection, info.getInt(0));
        into.add(new Monitor(name, name, area, info.getByte(4) != 0));
      }
    }
  }

  private static String nameOf(XConnection connection, int atom) throws ScreenUnavailable {
    Pointer reply = connection.reply(LibXcb.xcb_get_atom_name(connection.pointer(), atom));
    if (reply == null) {
      return "monitor-" + atom;
    }
    try {
      return new String(reply.getByteArray(HEADER, word(reply, 8)), StandardCharsets.UTF_8);
    } finally {
      XConnection.free(reply);
    }
  }

  private static int word(Pointer block, long offset) {
    return Short.toUnsignedInt(block.getShort(offset));
  }
}
