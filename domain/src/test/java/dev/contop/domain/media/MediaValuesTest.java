package dev.contop.domain.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaValuesTest {

  @ParameterizedTest
  @CsvSource({
    "1280,720,1920,1280x720",
    "3840,2160,1920,1920x1080",
    "2560,1440,1280,1280x720",
    "1366,768,1920,1366x768",
    "1365,767,1920,1364x766",
    "1,1,1920,2x2",
    "10000,3,64,64x2",
    "3,10000,1920,2x10000",
    "1440,900,999,998x624"
  })
  void shouldFitTheScreenToEvenSidesOfTheSameShape(
      int width, int height, int maxWidth, String sent) {
    // Then T70
    assertThat(new ScreenSize(width, height).fittedTo(maxWidth)).hasToString(sent);
  }

  @ParameterizedTest
  @CsvSource({"0,1", "1,0", "-1,5"})
  void shouldNotTakeAScreenWithoutPixels(int width, int height) {
    assertThatThrownBy(() -> new ScreenSize(width, height))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldStartWithTheBitratesAskedFor() {
    // Given
    BitrateLimits limits = BitrateLimits.standard();

    // Then T71
    assertThat(limits.minimum().kilobitsPerSecond()).isEqualTo(250);
    assertThat(limits.start().bitsPerSecond()).isEqualTo(1_500_000);
    assertThat(limits.maximum().bitsPerSecond()).isEqualTo(5_000_000);
  }

  @Test
  void shouldRefuseBitratesThatDoNotRise() {
    // Given
    Bitrate low = Bitrate.ofKilobits(1);
    Bitrate high = Bitrate.ofKilobits(2);

    // Then
    assertThatThrownBy(() -> new BitrateLimits(high, low, high))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BitrateLimits(low, high, low))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Bitrate(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Bitrate.ofKilobits(3_000_000)).isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @CsvSource({"63,30", "7681,30", "1920,0", "1920,61"})
  void shouldRefuseSettingsBeyondReason(int maxWidth, int maxFps) {
    assertThatThrownBy(
            () -> new VideoSettings(maxWidth, maxFps, BitrateLimits.standard(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldKnowTheTimeBetweenTwoFrames() {
    assertThat(VideoSettings.standard().frameInterval().toNanos()).isEqualTo(33_333_333);
  }
}
