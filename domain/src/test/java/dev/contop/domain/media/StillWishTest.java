package dev.contop.domain.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contop.domain.limits.Ticks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** T74: sized to fit one message. */
class StillWishTest {

  private static final ScreenSize SCREEN = new ScreenSize(1920, 1080);

  @Test
  void shouldLowerTheQualityFirstAndThenTheSize() {
    // Given
    List<StillWish> tried = new ArrayList<>();

    // When
    for (Optional<StillWish> next = Optional.of(new StillWish(80, 7680)); next.isPresent(); ) {
      tried.add(next.get());
      next = next.get().smaller(SCREEN);
    }

    // Then
    assertThat(tried)
        .startsWith(
            new StillWish(80, 7680),
            new StillWish(65, 7680),
            new StillWish(50, 7680),
            new StillWish(45, 7680),
            new StillWish(45, 1440),
            new StillWish(45, 1080));
    assertThat(tried).hasSizeLessThan(20);
    assertThat(tried.get(tried.size() - 1).maxWidth()).isLessThan(100);
  }

  @Test
  void shouldShowThePartThatIsWantedAndAllOnceThatIsGone() {
    // Given
    ScreenArea right = new ScreenArea(1280, 0, new ScreenSize(640, 1080));
    StillWish wish = new StillWish(80, 640).of(Optional.of(right));

    // Then
    assertThat(wish.shown(SCREEN)).isEqualTo(right);
    assertThat(wish.shown(new ScreenSize(1280, 1080)))
        .isEqualTo(ScreenArea.whole(new ScreenSize(1280, 1080)));
    assertThat(StillWish.standard().shown(SCREEN)).isEqualTo(ScreenArea.whole(SCREEN));
  }

  @Test
  void shouldShowTheSamePartWhateverElseGoesDown() {
    // Given
    ScreenArea right = new ScreenArea(1280, 0, new ScreenSize(640, 1080));

    // Then
    Optional<StillWish> next = Optional.of(new StillWish(50, 7680).of(Optional.of(right)));
    for (int tries = 0; tries < 3; tries++) {
      next = next.orElseThrow().smaller(right.size());
      assertThat(next.orElseThrow().area()).contains(right);
    }
    assertThat(next).contains(new StillWish(45, 360, Optional.of(right)));
  }

  @ParameterizedTest
  @CsvSource({"0, 64", "101, 64", "80, 63", "80, 7681"})
  void shouldRefuseWhatIsOutOfBounds(int quality, int width) {
    assertThatThrownBy(() -> new StillWish(quality, width))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldFitOneMessageInBase64() {
    // Base64 takes four characters for three bytes; the envelope has some hundred of its own.
    assertThat(StillWish.MESSAGE_BYTES / 3 * 4).isLessThan(256 * 1024 - 1024);
  }

  @Test
  void shouldTellHowItLiesOverTheScreenAndNothingOfWhatItShows() {
    Still still = new Still(new byte[] {1, 2, 3}, Ticks.ZERO, new ScreenSize(960, 540), SCREEN);

    assertThat(still.scaleX()).isEqualTo(2.0);
    assertThat(still.scaleY()).isEqualTo(2.0);
    assertThat(still.base64()).isEqualTo("AQID");
    assertThat(still).hasToString("Still[960x540, 3 bytes]");
  }
}
