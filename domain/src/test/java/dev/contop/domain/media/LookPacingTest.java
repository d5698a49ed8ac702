package dev.contop.domain.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.limits.Ticks;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** T78: how often a screen is looked at that tells nobody of its changes. */
class LookPacingTest {

  private static final Duration INTERVAL = Duration.ofMillis(33);

  private static Ticks at(long millis) {
    return new Ticks(Duration.ofMillis(millis).toNanos());
  }

  private static LookPacing stillFor(long millis) {
    return new LookPacing(INTERVAL, at(millis), at(0));
  }

  @Test
  void shouldLookAtOnceWhenItStarts() {
    assertThat(LookPacing.starting(INTERVAL, at(5)).due()).isEqualTo(at(5));
  }

  @Test
  void shouldLookAtExactlyTheAskedRateWhileTheScreenMoves() {
    // Given
    LookPacing pacing = LookPacing.starting(INTERVAL, at(0));

    // When
    for (int i = 0; i < 100; i++) {
      Ticks begun = pacing.due();
      pacing = pacing.looked(begun, begun.plus(Duration.ofMillis(20)), true);
    }

    // Then
    assertThat(pacing.due()).isEqualTo(at(100 * 33));
  }

  @Test
  void shouldGoOnAtThatRateForAMomentAfterTheLastChange() {
    LookPacing pacing = stillFor(1990).looked(at(1990), at(1999), false);

    assertThat(pacing.due()).isEqualTo(at(1990 + 33));
  }

  @ParameterizedTest
  @CsvSource({"1, 33", "5, 45", "8, 72", "25, 225", "27, 243", "40, 250", "900, 250"})
  void shouldRestNineTimesAsLongAsALookTakesOnAStillScreenWithinLimits(long took, long pause) {
    // When
    LookPacing pacing = stillFor(5000).looked(at(5000), at(5000 + took), false);

    // Then
    assertThat(pacing.due()).isEqualTo(at(5000 + took + pause));
  }

  @Test
  void shouldLookAtOnceWhenThePointerMovesOnAStillScreenAndOftenAfterwards() {
    // Given
    LookPacing resting = stillFor(5000).looked(at(5000), at(5020), false);

    // When
    LookPacing woken = resting.stirred(at(5030));

    // Then
    assertThat(woken.due()).isEqualTo(at(5030));
    assertThat(woken.looked(at(5030), at(5050), false).due()).isEqualTo(at(5030 + 33));
  }

  @Test
  void shouldNotPutOffALookThatIsDueWhenThePointerMoves() {
    assertThat(stillFor(5000).stirred(at(5010)).due()).isEqualTo(at(5000));
  }

  @Test
  void shouldLookOftenAgainAfterAChange() {
    LookPacing pacing = stillFor(5000).looked(at(5000), at(5020), true);

    assertThat(pacing.due()).isEqualTo(at(5033));
    assertThat(pacing.stirred()).isEqualTo(at(5020));
  }
}
