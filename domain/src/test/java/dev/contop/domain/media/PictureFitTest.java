package dev.contop.domain.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.limits.Ticks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureFitTest {

  private PictureFit fit = PictureFit.WHOLE;
  private Ticks now = Ticks.ZERO;

  @Test
  void shouldLeaveThePictureAloneOnAWideLink() {
    second(30, 5000, 4800);

    assertThat(fit.width(1280)).isEqualTo(1280);
    assertThat(fit.isReduced()).isFalse();
  }

  @Test
  void shouldReduceThePictureStepByStepOnANarrowLink() {
    // When
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      second(1, 400, 390);
      widths.add(fit.width(1280));
    }

    // Then: not for a moment, and not at one stroke
    assertThat(widths).containsExactly(1280, 960, 960, 640, 640, 640, 640, 640);
  }

  @Test
  void shouldStopAtTheSizeThatTheLinkCarries() {
    second(30, 800, 780);

    assertThat(fit.width(1280)).isEqualTo(960);
  }

  @Test
  void shouldNotReduceWhatHardlyMoves() {
    // Given a narrow link, and a screen on which little happens
    second(30, 300, 60);

    assertThat(fit.width(1280)).isEqualTo(1280);
  }

  @Test
  void shouldGrowBackWhenTheLinkWidens() {
    // Given
    second(10, 400, 390);

    // When
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      second(1, 4000, 3900);
      widths.add(fit.width(1280));
    }

    // Then
    assertThat(widths).containsExactly(640, 640, 640, 960, 960, 960, 960, 1280, 1280, 1280);
  }

  @Test
  void shouldGrowBackWhenTheScreenComesToRest() {
    // Given
    second(10, 400, 390);

    // When it moves no more, the estimate stays where it was
    second(10, 400, 20);

    // Then
    assertThat(fit.width(1280)).isEqualTo(1280);
  }

  @Test
  void shouldBearTheBurdenOfAPictureThatHasJustGrown() {
    // Given a narrow link, and a screen that came to rest
    second(10, 800, 780);
    second(4, 800, 20);
    assertThat(fit.width(1280)).isEqualTo(1280);

    // When the larger picture becomes sharp
    second(5, 800, 780);
    int sharpening = fit.width(1280);
    second(4, 800, 780);

    // Then: it has time for that, and no more
    assertThat(sharpening).isEqualTo(1280);
    assertThat(fit.width(1280)).isEqualTo(960);
  }

  @Test
  void shouldNotSwingOnALinkNearTheLimit() {
    // Given
    second(10, 950, 930);
    assertThat(fit.step()).isEqualTo(1);

    // When the estimate goes up and down around it
    int changes = 0;
    for (int i = 0; i < 100; i++) {
      int before = fit.step();
      second(1, i % 2 == 0 ? 900 : 1200, 880);
      changes += before == fit.step() ? 0 : 1;
    }

    // Then
    assertThat(changes).isZero();
  }

  @Test
  void shouldNotGrowBackForAMomentOfRoom() {
    // Given
    second(10, 400, 390);

    // When
    second(2, 4000, 3900);
    second(1, 400, 390);
    second(2, 4000, 3900);

    // Then
    assertThat(fit.width(1280)).isEqualTo(640);
  }

  @ParameterizedTest
  @CsvSource({"1920,960", "1280,640", "800,480", "480,480", "320,320"})
  void shouldNeverMakeAPictureTooSmallToRead(int full, int reduced) {
    second(10, 200, 190);

    assertThat(fit.width(full)).isEqualTo(reduced);
  }

  @Test
  void shouldReduceThePictureWhenItsEncoderIsOverworked() {
    // When an encoder is at work all the time, on a link that would carry more
    second(2, 8000, 3000, 0.9);
    int reduced = fit.width(1920);

    // And manages the smaller picture, but would not manage the larger one
    second(30, 8000, 6000, 0.6);

    // Then
    assertThat(reduced).isEqualTo(1440);
    assertThat(fit.width(1920)).isEqualTo(1440);
  }

  @Test
  void shouldNotWaitAsLongWithAnOverworkedEncoderAsWithANarrowLink() {
    // When each is looked at twice a second
    halfSecond(2, 8000, 0.9);
    int overworked = fit.width(1920);
    fit = PictureFit.WHOLE;
    halfSecond(2, 800, 0.3);
    int narrow = fit.width(1920);
    halfSecond(1, 800, 0.3);

    // Then
    assertThat(overworked).isEqualTo(1440);
    assertThat(narrow).isEqualTo(1920);
    assertThat(fit.width(1920)).isEqualTo(1440);
  }

  @Test
  void shouldBearAnEncoderThatIsOverworkedForAMoment() {
    // When
    halfSecond(1, 8000, 0.9);
    halfSecond(1, 8000, 0.6);
    halfSecond(1, 8000, 0.9);

    // Then
    assertThat(fit.isReduced()).isFalse();
  }

  @Test
  void shouldGrowBackWhenTheEncoderHasTimeForIt() {
    // Given
    second(2, 8000, 3000, 0.9);

    // When less moves
    second(3, 8000, 2000, 0.3);
    int patient = fit.width(1920);
    second(1, 8000, 2000, 0.3);

    // Then
    assertThat(patient).isEqualTo(1440);
    assertThat(fit.width(1920)).isEqualTo(1920);
  }

  @Test
  void shouldReduceThePictureWhenItsEncoderLeavesMuchOfItOut() {
    // When
    secondLeavingOut(2, 0.6);
    int reduced = fit.width(1920);

    // And the smaller picture is sent whole, with all the bits that there are
    secondLeavingOut(30, 0);

    // Then: it stays as it is as long as so much moves
    assertThat(reduced).isEqualTo(1440);
    assertThat(fit.width(1920)).isEqualTo(1440);
    second(4, 8000, 100, 0.05);
    assertThat(fit.width(1920)).isEqualTo(1920);
  }

  @Test
  void shouldBlameTheLinkForWhatIsLeftOutWhileItIsNarrow() {
    // Given a link of which it is known only after a while that it became narrow
    second(2, 5500, 3000, 0.3, 0.6);
    second(10, 400, 390, 0.3, 0.6);
    assertThat(fit.width(1280)).isEqualTo(640);

    // When it widens slowly, and as much moves as before
    second(4, 1400, 1350, 0.2, 0.5);
    second(4, 4000, 3900, 0.2, 0.4);

    // Then
    assertThat(fit.width(1280)).isEqualTo(1280);
  }

  @Test
  void shouldBearThatAFewPicturesAreLeftOut() {
    secondLeavingOut(30, 0.2);

    assertThat(fit.isReduced()).isFalse();
  }

  @Test
  void shouldNotWaitLongWithAnEncoderThatIsOverworkedAgain() {
    // Given a screen that came to rest, so that it is shown in full
    second(2, 8000, 3000, 0.9);
    second(4, 8000, 20, 0.01);
    assertThat(fit.width(1920)).isEqualTo(1920);

    // When it moves again
    second(2, 8000, 3000, 0.9);

    // Then
    assertThat(fit.width(1920)).isEqualTo(1440);
  }

  @Test
  void shouldNotSwingAtTheLimitOfTheEncoder() {
    // Given an encoder whose work goes with the number of pixels
    int changes = 0;
    for (double whole = 0.5; whole < 2; whole += 0.05) {
      fit = PictureFit.WHOLE;
      second(10, 8000, 6000, whole);
      for (int i = 0; i < 60; i++) {
        int before = fit.step();
        double share = fit.width(1000) / 1000.0;
        second(1, 8000, 6000, Math.min(1, whole * share * share));
        changes += i > 10 && before != fit.step() ? 1 : 0;
      }
    }

    // Then
    assertThat(changes).isZero();
  }

  private void second(int times, int available, int sent) {
    second(times, available, sent, 0.3);
  }

  private void second(int times, int available, int sent, double busy) {
    second(times, available, sent, busy, 0);
  }

  private void secondLeavingOut(int times, double leftOut) {
    second(times, 8000, 5000, 0.5, leftOut);
  }

  private void second(int times, int available, int sent, double busy, double leftOut) {
    measured(times, Duration.ofSeconds(1), load(available, sent, busy, leftOut));
  }

  private void halfSecond(int times, int available, double busy) {
    measured(times, Duration.ofMillis(500), load(available, available - 20, busy, 0));
  }

  private void measured(int times, Duration each, PictureFit.Load load) {
    for (int i = 0; i < times; i++) {
      now = now.plus(each);
      fit = fit.measured(load, now);
    }
  }

  private static PictureFit.Load load(int available, int sent, double busy, double leftOut) {
    return new PictureFit.Load(
        Bitrate.ofKilobits(available), Bitrate.ofKilobits(sent), busy, leftOut);
  }
}
