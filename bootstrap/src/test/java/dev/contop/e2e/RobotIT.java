package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A desktop that is looked at: what a phone sees when the host uses Robot, tried on X11. */
@Tag("alone")
@Timeout(120)
class RobotIT {

  private static final int COLOUR = 0xD04020;

  /** The colour of one pixel of the video, which is as large as the screen. */
  private static final String PIXEL =
      """
      const v = document.getElementById('screen');
      const c = document.createElement('canvas');
      c.width = v.videoWidth; c.height = v.videoHeight;
      const g = c.getContext('2d', { willReadFrequently: true });
      g.drawImage(v, 0, 0);
      return [...g.getImageData(arguments[0], arguments[1], 1, 1).data];
      """;

  @Test
  void shouldShowWhatIsThereAndWhatChangesAfterStillness() throws Exception {
    Path artifacts = Files.createDirectories(Painted.artifacts());
    Path work = Files.createTempDirectory(artifacts.toAbsolutePath(), "robot-");
    try (Xvfb screen = Xvfb.start(1280, 720);
        HostProcess host = HostProcess.showing("robot", work, screen.display());
        PhoneBrowser phone = PhoneBrowser.open()) {
      // Given
      phone.visit(host.link()).awaitState("live").awaitPicture();
      assertThat(isColour(phone)).isFalse();

      try (Painted window = Painted.window(screen.display(), 400, 250, 300, 200, COLOUR)) {
        assertThat(window).isNotNull();

        // When / Then
        phone.await("the window", () -> isColour(phone));
        phone.screenshot(work.resolve("robot.png"));
      }
      phone.await("the window to be gone", () -> !isColour(phone));
    }
  }

  @SuppressWarnings("unchecked") // What the script returns: a list of numbers.
  private static boolean isColour(PhoneBrowser phone) {
    List<Number> rgb = (List<Number>) phone.value(PIXEL, 550, 350);
    return Math.abs(rgb.get(0).intValue() - (COLOUR >> 16)) < 10
        && Math.abs(rgb.get(1).intValue() - (COLOUR >> 8 & 0xff)) < 10
        && Math.abs(rgb.get(2).intValue() - (COLOUR & 0xff)) < 10;
  }
}
