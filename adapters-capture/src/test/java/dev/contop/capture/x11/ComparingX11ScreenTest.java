package dev.contop.capture.x11;

import dev.contop.application.screen.OpenScreen;
import dev.contop.capture.xcb.XConnection;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** As on a server without DAMAGE: pictures are compared. */
class ComparingX11ScreenTest extends X11ScreenContract {

  private static Xvfb server;

  @BeforeAll
  static void startServer() throws Exception {
    server = Xvfb.start("641x481x24");
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Override
  protected Xvfb server() {
    return server;
  }

  /** Who is not told looks every 40 ms. */
  @Override
  protected Duration interval() {
    return Duration.ofMillis(50);
  }

  @Override
  protected OpenScreen subject() {
    return () -> new X11Screen(XConnection.open(server.display()), new ComparePictures());
  }
}
