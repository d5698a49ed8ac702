package dev.contop.domain.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T78: a still picture is refined until its quality stops improving, bounded in time. */
class SharpeningTest {

  @Test
  void shouldGoOnWhileThePictureGetsFiner() {
    assertThat(after(82, 40, 20, 9).isOver()).isFalse();
  }

  @Test
  void shouldEndWhereNoCodecGoesAnyFurther() {
    assertThat(after(82, 7.4).isOver()).isFalse();
    assertThat(after(82, 7.4, 2).isOver()).isTrue();
  }

  @Test
  void shouldEndAtOnceWhenThePictureIsAsFineAsItGets() {
    assertThat(after(2).isOver()).isTrue();
  }

  @Test
  void shouldEndWhenItGetsNoFinerForAWhile() {
    // Given a codec that stops at 12, or a link that carries no more
    assertThat(after(30, 12, 12, 12).isOver()).isFalse();
    assertThat(after(30, 12, 12, 12, 12).isOver()).isTrue();
  }

  @Test
  void shouldNotTakeWaveringForAnImprovement() {
    assertThat(after(30, 29.5, 30.5, 29.6).isOver()).isTrue();
  }

  @Test
  void shouldHavePatienceWithAnEncoderThatWaitsForBits() {
    assertThat(after(60, 60, 61, 40, 40, 41).isOver()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {100, -1})
  void shouldEndAfterSomeSecondsWhateverTheEncoderDoes(double first) {
    // Given one that always gets a little finer, or one that tells nothing
    Sharpening sharpening = Sharpening.BEGUN;
    int windows = 0;
    for (double now = first; !sharpening.isOver(); now *= 0.9, windows++) {
      sharpening = sharpening.measured(now < 0 ? OptionalDouble.empty() : OptionalDouble.of(now));
    }

    assertThat(Sharpening.WINDOW.multipliedBy(windows)).isBetween(seconds(4), seconds(5));
  }

  @Test
  void shouldLearnNothingFromAWindowWithoutAPicture() {
    Sharpening before = after(30, 12, 12, 12);

    Sharpening empty = before.measured(OptionalDouble.empty());

    assertThat(empty.isOver()).isFalse();
    assertThat(empty.measured(OptionalDouble.of(12)).isOver()).isTrue();
  }

  private static Duration seconds(int many) {
    return Duration.ofSeconds(many);
  }

  private static Sharpening after(double... quantisers) {
    Sharpening sharpening = Sharpening.BEGUN;
    for (double quantiser : quantisers) {
      sharpening = sharpening.measured(OptionalDouble.of(quantiser));
    }
    return sharpening;
  }
}
