package dev.contop.application.still;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.media.ScreenSize;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each pixel is the mean of what it stands for. */
class ShrinkingTest {

  @Test
  void shouldLeaveAPictureOfTheRightSizeAsItIs() {
    int[] pixels = {1, 2, 3, 4};
    ScreenSize size = new ScreenSize(2, 2);

    assertThat(Shrinking.shrink(pixels, size, size)).isSameAs(pixels);
  }

  @Test
  void shouldTakeTheMeanOfWholePixels() {
    // Given two rows: black and white, red and blue
    int[] pixels = {0x000000, 0xffffff, 0xff0000, 0x0000ff};

    // When
    int[] one = Shrinking.shrink(pixels, new ScreenSize(2, 2), new ScreenSize(1, 1));

    // Then
    assertThat(one).containsExactly(0x804080);
  }

  @Test
  void shouldDivideAPixelThatLiesBetweenTwo() {
    int[] pixels = {0x0000ff, 0x0000ff, 0x000000};

    int[] two = Shrinking.shrink(pixels, new ScreenSize(3, 1), new ScreenSize(2, 1));

    assertThat(two).containsExactly(0x0000ff, 0x000055);
  }

  @ParameterizedTest
  @CsvSource({"1920, 1080, 1280, 720", "1366, 768, 640, 358", "97, 53, 64, 34", "640, 480, 2, 2"})
  void shouldKeepAPlainColourWhateverTheSizes(int width, int height, int toWidth, int toHeight) {
    // Given
    int[] pixels = new int[width * height];
    Arrays.fill(pixels, 0x7fd04020);

    // When
    int[] shrunk =
        Shrinking.shrink(pixels, new ScreenSize(width, height), new ScreenSize(toWidth, toHeight));

    // Then
    assertThat(shrunk).hasSize(toWidth * toHeight).containsOnly(0xd04020);
  }
}
