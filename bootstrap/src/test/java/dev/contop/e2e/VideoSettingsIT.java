package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A phone changes the size and the rate of its own video while it runs (T77). */
@Tag("alone")
@Timeout(120)
class VideoSettingsIT {

  /** Frames presented within two seconds, and the video's size then. */
  private static final String WATCH =
      """
      const done = arguments[arguments.length - 1];
      const v = document.getElementById('screen');
      let frames = 0;
      const count = () => { frames++; v.requestVideoFrameCallback(count); };
      v.requestVideoFrameCallback(count);
      setTimeout(() => done([frames / 2, v.videoWidth, v.videoHeight]), 2000);
      """;

  /** Chooses by a button, and says after how many milliseconds the video has that width. */
  private static final String CHOOSE =
      """
      const [id, width, done] = arguments;
      const v = document.getElementById('screen');
      const start = performance.now();
      document.getElementById(id).click();
      const look = () => v.videoWidth === width ? done(performance.now() - start)
          : performance.now() - start > 5000 ? done(-1) : setTimeout(look, 10);
      look();
      """;

  @Test
  void shouldChangeSizeAndRateOfOnePhoneAndLeaveTheOtherAlone() throws Exception {
    try (Rig rig = Rig.start("video", 1920, 1080);
        MovingWindow moving = MovingWindow.start(rig.screen.display());
        PhoneBrowser other = PhoneBrowser.open()) {
      rig.phone.keepConnections();
      other.keepConnections();
      PhoneBrowser phone = rig.live();
      other.visit(rig.host.newLink()).awaitState("live").awaitPicture();
      assertThat(moving).isNotNull();
      assertThat(captures(rig)).as("captures for two phones (T70)").isEqualTo(1);
      phone.script("document.querySelector('#menu summary').click()");
      phone.await(
          "what is in force",
          () -> "true".equals(phone.element("video-sharp").getDomAttribute("aria-pressed")));

      // When
      double took = number(phone.asyncScript(CHOOSE, "video-small", 640));

      // Then
      List<Number> small = watch(phone);
      List<Number> beside = watch(other);
      System.out.printf(
          "video settings: 640 wide after %.0f ms; frames/s, width, height: %s, the other's %s%n",
          took, small, beside);
      assertThat(took).isBetween(0.0, 1000.0);
      assertThat(small.get(0).doubleValue()).isBetween(7.0, 12.0);
      assertThat(small.get(2).intValue()).isEqualTo(360);
      assertThat(beside.get(1).intValue()).isEqualTo(1920);
      assertThat(beside.get(0).doubleValue()).isGreaterThan(14.0);

      // When
      double back = number(phone.asyncScript(CHOOSE, "video-sharp", 1920));

      // Then
      System.out.printf("video settings: 1920 wide after %.0f ms%n", back);
      assertThat(back).isBetween(0.0, 1000.0);
      phone.screenshot(rig.work.resolve("video-menu.png"));
      assertThat(captures(rig)).as("captures for two sizes").isEqualTo(1);

      // When one phone leaves, and then the other
      other.hangUp();
      phone.await("one phone", () -> Sender.phones(rig.host) == 1);
      assertThat(captures(rig)).as("captures for who is left").isEqualTo(1);
      phone.hangUp();

      // Then
      phone.await("no capture", () -> captures(rig) == 0);
    }
  }

  @Test
  void shouldChangeTheSizeOfAStillScreenToo() throws Exception {
    try (Rig rig = Rig.start("video-still", 1280, 720)) {
      PhoneBrowser phone = rig.live();
      phone.script("document.querySelector('#menu summary').click()");
      phone.await(
          "what is in force",
          () -> "true".equals(phone.element("video-sharp").getDomAttribute("aria-pressed")));

      double took = number(phone.asyncScript(CHOOSE, "video-small", 640));

      System.out.printf("video settings: still screen 640 wide after %.0f ms%n", took);
      assertThat(took).isBetween(0.0, 1000.0);
    }
  }

  /** The host's threads that look at the screen; each has a connection and a picture of its own. */
  private static long captures(Rig rig) {
    try {
      return rig.host.threads("capture");
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @SuppressWarnings("unchecked") // What the script returns: a list of numbers.
  private static List<Number> watch(PhoneBrowser phone) {
    return (List<Number>) phone.asyncScript(WATCH);
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }
}
