package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The desktop's X server dies and is started again: host and session live on (T70). */
@Tag("alone")
@Timeout(90)
class DisplayRestartIT {

  private static final String FRAMES =
      "return document.getElementById('screen').getVideoPlaybackQuality().totalVideoFrames";
  private static final String WIDTH = "return document.getElementById('screen').videoWidth";

  @Test
  void shouldTellThePhoneThatTheDisplayIsGoneAndShowItAgainWhenItReturns() throws Exception {
    try (Rig rig = Rig.start("display", 1280, 720)) {
      PhoneBrowser phone = rig.live();
      assertThat(phone.element("screen-lost").isDisplayed()).isFalse();

      // When
      rig.screen.kill();
      phone.await("to be told", () -> phone.element("screen-lost").isDisplayed());
      long frames = number(phone, FRAMES);
      long began = System.nanoTime();
      try (Xvfb again = Xvfb.again(rig.screen, 800, 600)) {
        assertThat(again.display()).isEqualTo(rig.screen.display());
        phone.await("the picture of the new one", () -> number(phone, WIDTH) == 800);
        phone.await("the words to go", () -> !phone.element("screen-lost").isDisplayed());

        // Then
        System.out.printf(
            "display restarted: its picture after %d ms%n",
            Duration.ofNanos(System.nanoTime() - began).toMillis());
        assertThat(number(phone, FRAMES)).isGreaterThan(frames);
        assertThat(phone.state()).isEqualTo("live");
        assertThat(rig.host.isAlive()).isTrue();
      }
    }
  }

  private static long number(PhoneBrowser phone, String script) {
    return ((Number) phone.value(script)).longValue();
  }
}
