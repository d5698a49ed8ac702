package dev.contop.capture.x11;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.screen.OpenScreen;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Through the network: no memory is shared. */
class RemoteX11ScreenTest extends X11ScreenContract {

  private static Xvfb server;

  @BeforeAll
  static void startServer() throws Exception {
    server = Xvfb.start("641x481x24", "-listen", "tcp", "-ac");
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Override
  protected Xvfb server() {
    return server;
  }

  /** One frame at 30 a second. */
  @Override
  protected Duration interval() {
    return Duration.ofNanos(1_000_000_000L / 30);
  }

  @Override
  protected OpenScreen subject() {
    return new OpenX11Screen(server.remoteDisplay());
  }

  @Test
  void shouldGetThePictureWithoutSharedMemory() throws Exception {
    // Given
    long before = Leaks.segments();

    // When
    screen.grab();

    // Then
    assertThat(Leaks.segments()).isEqualTo(before);
  }
}
