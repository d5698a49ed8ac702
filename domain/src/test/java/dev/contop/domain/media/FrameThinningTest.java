package dev.contop.domain.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.limits.Ticks;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** T77: fewer frames for one peer than the capture makes. */
class FrameThinningTest {

  private static final Duration CAPTURED = Duration.ofNanos(1_000_000_000L / 30);

  @ParameterizedTest
  @CsvSource({"30, 300", "20, 200", "15, 150", "10, 100", "7, 70", "1, 10"})
  void shouldTakeExactlyTheAskedRateOutOfASteadyOne(int fps, int expected) {
    // Given ten seconds of frames that come up to 4 ms late
    Random late = new Random(5);
    FrameThinning thinning = FrameThinning.to(Duration.ofSeconds(1).dividedBy(fps), CAPTURED);
    int taken = 0;

    // When
    for (int i = 0; i < 300; i++) {
      Ticks grabbed =
          Ticks.ZERO.plus(CAPTURED.multipliedBy(i)).plus(Duration.ofMillis(late.nextInt(5)));
      if (thinning.takes(grabbed)) {
        thinning = thinning.taken(grabbed);
        taken++;
      }
    }

    // Then
    assertThat(taken).isBetween(expected - 1, expected + 1);
  }

  @Test
  void shouldTakeTheFirstFrameAndTheFirstAfterAPauseAtOnce() {
    // Given
    FrameThinning thinning = FrameThinning.to(Duration.ofSeconds(1), CAPTURED);
    assertThat(thinning.takes(Ticks.ZERO)).isTrue();

    // When
    FrameThinning after = thinning.taken(Ticks.ZERO);
    Ticks muchLater = Ticks.ZERO.plus(Duration.ofMillis(7_300));

    // Then
    assertThat(after.takes(Ticks.ZERO.plus(Duration.ofMillis(500)))).isFalse();
    assertThat(after.takes(muchLater)).isTrue();
    assertThat(after.taken(muchLater).takes(muchLater.plus(Duration.ofMillis(700)))).isFalse();
  }

  @Test
  void shouldWantWhatItPassedOverWhenItsTurnComes() {
    // Given
    Duration second = Duration.ofSeconds(1);
    FrameThinning thinning = FrameThinning.to(second, CAPTURED).taken(Ticks.ZERO);
    assertThat(thinning.awaits()).isEqualTo(Ticks.NEVER);

    // When two frames come too soon
    FrameThinning owed = thinning.passedOver().passedOver();

    // Then it is due within its own interval, and once
    Ticks turn = Ticks.ZERO.plus(second);
    assertThat(owed.awaits()).isEqualTo(turn);
    assertThat(owed.takes(turn)).isTrue();
    assertThat(owed.taken(turn).awaits()).isEqualTo(Ticks.NEVER);
  }

  @Test
  void shouldTakeEveryFrameForWhoWantsAsManyAsThereAre() {
    FrameThinning thinning = FrameThinning.to(CAPTURED, CAPTURED).taken(Ticks.ZERO);

    assertThat(thinning.takes(Ticks.ZERO.plus(Duration.ofMillis(1)))).isTrue();
  }
}
