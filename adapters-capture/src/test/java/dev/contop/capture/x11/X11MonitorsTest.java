package dev.contop.capture.x11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.domain.media.Monitor;
import dev.contop.domain.media.ScreenArea;
import dev.contop.domain.media.ScreenSize;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** T76: the monitors of a real X server. */
@Timeout(60)
class X11MonitorsTest {

  @Test
  void shouldListTheOneMonitorThatThereIs() throws Exception {
    try (Xvfb server = Xvfb.start("800x600x24")) {
      assertThat(new X11Monitors(server.display()).list())
          .singleElement()
          .satisfies(
              monitor -> {
                assertThat(monitor.area()).isEqualTo(ScreenArea.whole(new ScreenSize(800, 600)));
                assertThat(monitor.id()).isNotBlank();
              });
    }
  }

  @Test
  void shouldListVirtualMonitorsWithTheirPlaces() throws Exception {
    try (Xvfb server = Xvfb.start("1280x720x24")) {
      // Given
      server.run("xrandr", "--setmonitor", "*left", "960/254x720/190+0+0", "screen");
      server.run("xrandr", "--setmonitor", "right", "320/85x720/190+960+0", "none");

      // When
      List<Monitor> monitors = new X11Monitors(server.display()).list();

      // Then
      assertThat(monitors)
          .containsExactlyInAnyOrder(
              new Monitor("left", "left", new ScreenArea(0, 0, new ScreenSize(960, 720)), true),
              new Monitor(
                  "right", "right", new ScreenArea(960, 0, new ScreenSize(320, 720)), false));
    }
  }

  @Test
  void shouldLeaveOutWhatIsNotOnTheScreen() throws Exception {
    try (Xvfb server = Xvfb.start("640x480x24")) {
      server.run("xrandr", "--setmonitor", "off", "320/85x240/64+600+0", "none");

      assertThat(new X11Monitors(server.display()).list())
          .extracting(Monitor::id)
          .doesNotContain("off")
          .isNotEmpty();
    }
  }

  @Test
  void shouldSayThatThereIsNoServer() {
    assertThatThrownBy(() -> new X11Monitors(":999").list()).isInstanceOf(ScreenUnavailable.class);
  }
}
