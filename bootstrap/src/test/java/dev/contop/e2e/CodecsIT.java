package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The codec that is asked for and the limits of its bitrate are in force in the sender's own
 * statistics, in a real browser, and so is what the phone asks for while it watches (T71, T77).
 */
@Tag("alone")
@Timeout(60)
class CodecsIT {

  /**
   * The library uses 2.5 Mbit/s if it is told nothing. What it thinks that a link carries need not
   * reach the maximum while little is sent.
   */
  private static final int MUCH = 3_500_000;

  private static final int MAXIMUM = 5_000_000;
  private static final int MINIMUM = 250_000;

  /** What is sent holds headers and repairs too, and no rate control meets each half second. */
  private static final double BESIDES = 1.2;

  /** Ends when so many more pictures are shown. */
  private static final String SHOW =
      """
      const [pictures, done] = arguments;
      const v = document.getElementById('screen');
      let left = pictures;
      const count = () => --left > 0 ? v.requestVideoFrameCallback(count) : done(true);
      v.requestVideoFrameCallback(count);
      """;

  @ParameterizedTest
  @ValueSource(strings = {"VP8", "H264", "VP9", "AV1"})
  void shouldSendAsConfiguredAndAsAskedFor(String codec) throws Exception {
    try (Rig rig = Rig.start("codec-" + codec, 1280, 720, "--codecs", codec);
        MovingWindow moving = MovingWindow.start(rig.screen.display())) {
      assertThat(moving).isNotNull();

      // When
      PhoneBrowser phone = rig.live();
      List<Sender> seen = new ArrayList<>();
      phone.await(
          "most of the maximum",
          () -> {
            seen.add(Sender.of(rig.host));
            return last(seen).target() > MUCH;
          });

      // Then
      System.out.printf("codecs: %s%n", last(seen));
      assertThat(last(seen).codec()).isEqualTo(codec);
      assertThat(last(seen).width()).isEqualTo(1280);
      assertThat(last(seen).height()).isEqualTo(720);
      assertThat(seen).allSatisfy(CodecsIT::isWithinLimits);

      // When
      phone.script("document.querySelector('#menu summary').click()");
      phone.await(
          "what is in force",
          () -> "true".equals(phone.element("video-sharp").getDomAttribute("aria-pressed")));
      long asked = System.nanoTime();
      phone.element("video-small").click();
      phone.await("the smaller picture", () -> Sender.of(rig.host).width() == 640);
      Duration took = Duration.ofNanos(System.nanoTime() - asked);

      // Then
      phone.asyncScript(SHOW, 10);
      Sender small = Sender.of(rig.host);
      System.out.printf("codecs: small after %d ms: %s%n", took.toMillis(), small);
      assertThat(took).isLessThan(Duration.ofSeconds(1));
      assertThat(small.height()).isEqualTo(360);
      assertThat(small.framesPerSecond()).isBetween(7.0, 12.0);
      assertThat(small).satisfies(CodecsIT::isWithinLimits);
    }
  }

  private static void isWithinLimits(Sender sender) {
    assertThat(sender.target()).isLessThanOrEqualTo(MAXIMUM);
    assertThat(sender.sent()).isLessThan((int) (MAXIMUM * BESIDES));
    assertThat(sender.target() == 0 || sender.target() >= MINIMUM).isTrue();
  }

  private static Sender last(List<Sender> seen) {
    return seen.get(seen.size() - 1);
  }
}
