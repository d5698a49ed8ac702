package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An encoder that cannot do what is asked of it is soon given smaller pictures (T70). */
@Tag("alone")
@Timeout(60)
class SlowEncoderIT {

  private static final int WIDTH = 1920;
  private static final Duration SMALLER = Duration.ofSeconds(10);

  @Test
  void shouldReduceThePictureOfAnEncoderThatIsTooSlow() throws Exception {
    try (Rig rig = Rig.start("slow", WIDTH, 1080, "--codecs", "AV1");
        TextWindow text = TextWindow.scrolling(rig.screen.display())) {
      assertThat(text).isNotNull();

      // When
      PhoneBrowser phone = rig.live();
      long began = System.nanoTime();
      phone.await("a smaller picture", SMALLER, () -> isSmaller(Sender.of(rig.host)));

      // Then the link is not why
      Sender sender = Sender.of(rig.host);
      System.out.printf(
          "slow encoder: smaller after %d ms, %s%n",
          TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began), sender);
      assertThat(sender.target()).isGreaterThan(1_000_000);
    }
  }

  /** Before the first picture its width is 0. */
  private static boolean isSmaller(Sender sender) {
    return sender.width() > 0 && sender.width() < WIDTH;
  }
}
