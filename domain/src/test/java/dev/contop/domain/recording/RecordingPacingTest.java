package dev.contop.domain.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.limits.Ticks;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When a recording gets its next picture (T75). */
class RecordingPacingTest {

  private static final Ticks START = new Ticks(1_000_000_000);

  @Test
  void shouldWriteAChangeAtASteadyRateAndAnUnchangedPictureNowAndThen() {
    // Given
    RecordingPacing pacing = RecordingPacing.starting(START);

    // Then
    assertThat(pacing.due(true)).isEqualTo(START.plus(RecordingPacing.INTERVAL));
    assertThat(pacing.due(false)).isEqualTo(START.plus(RecordingPacing.REPEAT));
    Ticks later = START.plus(Duration.ofSeconds(3));
    assertThat(pacing.wrote(later).due(true)).isEqualTo(later.plus(RecordingPacing.INTERVAL));
  }

  @Test
  void shouldTakeEverySecondPictureOfACaptureAtTwiceTheRate() {
    // Given
    long captured = Duration.ofMillis(33).toNanos();

    // Then
    assertThat(RecordingPacing.tooSoon(captured, 0)).isTrue();
    assertThat(RecordingPacing.tooSoon(2 * captured, 0)).isFalse();
  }
}
