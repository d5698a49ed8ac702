package dev.contop.capture.robot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.screen.OpenScreen;
import dev.contop.capture.x11.Pixels;
import dev.contop.capture.x11.X11DrawingContract;
import dev.contop.capture.x11.Xvfb;
import dev.contop.domain.media.Monitor;
import dev.contop.domain.media.ScreenArea;
import dev.contop.domain.media.ScreenSize;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The one system on which Robot can be tried here is X11; the others are its own affair. */
class RobotScreenTest extends X11DrawingContract {

  private static final int COLOUR = 0x405060;

  @Override
  protected Xvfb server() {
    return OneDisplay.server();
  }

  @Override
  protected OpenScreen subject() {
    OneDisplay.server();
    return new OpenRobotScreen(Duration.ofMillis(33));
  }

  /** A still screen is looked at four times a second. */
  @Override
  protected Duration interval() {
    return Duration.ofMillis(350);
  }

  @Test
  void shouldDrawAnArrowWhereThePointerIs() throws Exception {
    // Given
    desktop().paintRoot(COLOUR);
    desktop().warpPointer(200, 150);

    // When
    Pixels pixels = Pixels.of(screen.grab());

    // Then
    assertThat(pixels.at(200, 150)).isZero();
    assertThat(pixels.at(201, 152)).isEqualTo(0xffffff);
    assertThat(pixels.at(199, 150)).isEqualTo(COLOUR);
    assertThat(pixels.count(COLOUR, 0, 0, 641, 150)).isEqualTo(641 * 150);
  }

  @Test
  void shouldFollowTheSizeOfTheDisplay() throws Exception {
    // Given
    settle();
    ScreenSize before = screen.size();
    try {
      // When
      server().run("xrandr", "--fb", "400x300");

      // Then
      assertThat(screen.awaitChange(Duration.ofSeconds(5))).isTrue();
      settle();
      assertThat(screen.size()).isEqualTo(new ScreenSize(400, 300));
    } finally {
      server().run("xrandr", "--fb", before.width() + "x" + before.height());
      settle();
    }
    assertThat(screen.size()).isEqualTo(before);
  }

  @Test
  void shouldListTheMonitor() throws Exception {
    assertThat(new RobotMonitors().list())
        .containsExactly(
            new Monitor(":0.0", ":0.0", ScreenArea.whole(new ScreenSize(641, 481)), true));
  }

  @Test
  void shouldRestMostOfTheTimeOnAStillScreen() throws Exception {
    // Given: it has been still for long enough
    settle();
    assertThat(screen.awaitChange(Duration.ofMillis(2500))).isFalse();
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

    // When
    boolean changed = screen.awaitChange(Duration.ofSeconds(2));
    long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;

    // Then a tenth of the time at most, and what the pointer costs
    assertThat(changed).isFalse();
    assertThat(Duration.ofNanos(used)).isLessThan(Duration.ofMillis(400));
  }

  @Test
  void shouldShortenTheNamesOfWindows() {
    assertThat(Displays.nameOf("\\\\.\\DISPLAY2")).isEqualTo("DISPLAY2");
    assertThat(Displays.nameOf("Display 69733248")).isEqualTo("Display 69733248");
  }
}
