package dev.contop.capture.x11;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.screen.Screen;
import dev.contop.domain.media.Damage;
import dev.contop.domain.media.ScreenArea;
import dev.contop.domain.media.ScreenSize;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers whose pixels have fewer bits of colour, or more, on a screen of an odd width. */
@Timeout(60)
class X11DepthTest {

  private static final int LEFT = 0x11ff22;
  private static final int RIGHT = 0x3344ff;

  @ParameterizedTest
  @CsvSource({
    // depth, through TCP, the server's pixel and the frame's, and another of each
    "15, false, 0x7c1f, 0xff00ff, 0x0421, 0x080808",
    "16, false, 0xf81f, 0xff00ff, 0x0841, 0x080808",
    "16, true,  0xf81f, 0xff00ff, 0x0841, 0x080808",
    "30, false, 0x3ff003ff, 0xff00ff, 0x02008020, 0x080808",
    "30, true,  0x3ff003ff, 0xff00ff, 0x02008020, 0x080808",
  })
  void shouldShowColoursAsTheyAre(
      int depth, boolean remote, String pixel, String colour, String dark, String grey)
      throws Exception {
    try (Xvfb server = Xvfb.start("641x481x" + depth, "-listen", "tcp", "-ac");
        XClient desktop = new XClient(server.display());
        Screen screen =
            new OpenX11Screen(remote ? server.remoteDisplay() : server.display()).open()) {
      // Given
      desktop.paintRoot(Integer.decode(dark));
      desktop.setPointer(12, 3, 7, LEFT, RIGHT);
      desktop.warpPointer(200, 150);
      desktop.showWindow(101, 53, 37, 19, Integer.decode(pixel));
      Pixels first = Pixels.of(screen.grab());
      assertThat(first.count(Integer.decode(colour), 101, 53, 37, 19)).isEqualTo(37 * 19);
      assertThat(first.count(LEFT)).isEqualTo(6 * 12);
      assertThat(first.count(Integer.decode(grey))).isEqualTo(641 * 481 - 37 * 19 - 12 * 12);

      // When
      desktop.paintRoot(Integer.decode(pixel), 301, 203, 33, 16);
      boolean changed = screen.awaitChange(Duration.ofSeconds(5));
      Pixels second = Pixels.of(screen.grab());

      // Then
      assertThat(changed).isTrue();
      assertThat(second.frame().damage())
          .isEqualTo(Damage.of(new ScreenArea(301, 203, new ScreenSize(33, 16))));
      assertThat(second.count(Integer.decode(colour), 301, 203, 33, 16)).isEqualTo(33 * 16);
      assertThat(second.count(Integer.decode(colour))).isEqualTo(37 * 19 + 33 * 16);
      assertThat(second.count(LEFT) + second.count(RIGHT)).isEqualTo(12 * 12);
    }
  }
}
