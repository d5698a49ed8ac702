package dev.contop.capture.x11;

import dev.contop.application.screen.OpenScreen;
import dev.contop.application.screen.Screen;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.capture.xcb.XConnection;

/**
 * Opens an X11 display for reading.
 *
 * <p>The picture comes through memory shared with the server (MIT-SHM) or else through the
 * connection; changes are told by the server (DAMAGE, XFixes, X Input 2) or else found by looking.
 *
 * @param display the display's name, such as {@code :0}
 */
public record OpenX11Screen(String display) implements OpenScreen {

  @Override
  public Screen open() throws ScreenUnavailable {
    XConnection connection = XConnection.open(display);
    try {
      Xwayland.refuse(connection);
      return new X11Screen(connection, NoticePixels.on(connection));
    } catch (ScreenUnavailable | RuntimeException unusable) {
      connection.close();
      throw unusable;
    }
  }
}
