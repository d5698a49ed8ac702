package dev.contop.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.time.Schedule;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.media.Bitrate;
import dev.contop.domain.media.PictureFit;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FitWatchTest {

  private final Deque<Runnable> timers = new ArrayDeque<>();
  private final List<Integer> widths = new ArrayList<>();
  private Optional<Runnable> atNextFrame = Optional.empty();
  private int refreshes;
  private Ticks now = Ticks.ZERO;
  private long frames;
  private long bytes;
  private int looks;
  private int carries = 5_000_000;
  private Duration encoding = Duration.ZERO;
  private Duration encodingEachSecond = Duration.ofMillis(300);

  private final FitWatch watch =
      new FitWatch(
          new Shown(),
          () -> refreshes++,
          (Schedule)
              (delay, task) -> {
                assertThat(delay).isEqualTo(Duration.ofMillis(500));
                timers.add(task);
                return () -> timers.remove(task);
              },
          Runnable::run,
          to -> {
            looks++;
            to.accept(
                new FitSample(
                    now, frames, frames, bytes, encoding, Optional.of(new Bitrate(carries))));
          });

  private final class Shown implements FitWatch.Picture {
    @Override
    public void reduce(PictureFit toLink) {
      widths.add(toLink.width(1280));
    }

    @Override
    public void whenMoved(Runnable told) {
      atNextFrame = Optional.of(told);
    }
  }

  @Test
  void shouldReduceThePictureWhileTheLinkIsNarrowAndRestoreItAfterwards() {
    // Given
    watch.begin();
    second(3, 30, 4_900_000);

    // When
    carries = 400_000;
    second(10, 20, 390_000);
    carries = 5_000_000;
    second(10, 30, 3_000_000);

    // Then: and each time a picture of the new size at once
    assertThat(widths).containsExactly(960, 640, 960, 1280);
    assertThat(refreshes).isEqualTo(4);
  }

  @Test
  void shouldReduceThePictureThatItsEncoderDoesNotManage() {
    // Given
    watch.begin();

    // When
    encodingEachSecond = Duration.ofMillis(950);
    second(1, 12, 4_900_000);

    // Then
    assertThat(widths).containsExactly(960);
  }

  @Test
  void shouldRestWhileNothingIsSent() {
    // Given
    watch.begin();
    second(2, 30, 1_000_000);

    // When
    second(1, 0, 0);
    int before = looks;

    // Then T78
    assertThat(timers).isEmpty();
    second(100, 0, 0);
    assertThat(looks).isEqualTo(before);

    // And it looks again when something moves
    atNextFrame.orElseThrow().run();
    assertThat(looks).isEqualTo(before + 1);
    assertThat(timers).hasSize(1);
  }

  @Test
  void shouldNotLeaveAStillPictureReduced() {
    // Given
    watch.begin();
    carries = 400_000;
    second(10, 20, 390_000);

    // When
    second(10, 0, 0);

    // Then
    assertThat(widths).endsWith(960, 1280);
    assertThat(timers).isEmpty();
  }

  private void second(int times, int encoded, int bits) {
    for (int i = 0; i < 2 * times; i++) {
      now = now.plus(Duration.ofMillis(500));
      frames += encoded / 2;
      bytes += bits / 8 / 2;
      encoding = encoding.plus(encodingEachSecond.dividedBy(2));
      Optional.ofNullable(timers.poll()).ifPresent(Runnable::run);
    }
  }
}
