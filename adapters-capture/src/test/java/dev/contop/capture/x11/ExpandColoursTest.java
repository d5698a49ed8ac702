package dev.contop.capture.x11;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.capture.xcb.PixelShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpandColoursTest {

  private static final PixelShape RGB565 = new PixelShape(16, 0xf800, 0x07e0, 0x001f);

  @ParameterizedTest
  @CsvSource({
    // bits of a word, and of red, green and blue
    "16, 5, 6, 5",
    "16, 5, 5, 5",
    "32, 10, 10, 10",
    "32, 8, 8, 8",
  })
  void shouldRoundEachColourToTheNearest(int bits, int red, int green, int blue) {
    // Given
    int redMask = ((1 << red) - 1) << (green + blue);
    int greenMask = ((1 << green) - 1) << blue;
    int blueMask = (1 << blue) - 1;
    ExpandColours colours = new ExpandColours(new PixelShape(bits, redMask, greenMask, blueMask));

    for (int value = 0; value < 1 << green; value++) {
      int low = value & blueMask;
      int high = value & (redMask >>> (green + blue));

      // When
      int pixel = colours.of((high << (green + blue)) | (value << blue) | low);

      // Then
      assertThat(pixel)
          .isEqualTo(
              (nearest(high, red) << 16) | (nearest(value, green) << 8) | nearest(low, blue));
    }
  }

  private static int nearest(int value, int bits) {
    return (int) Math.round(value * 255.0 / ((1 << bits) - 1));
  }

  @Test
  void shouldTakeNoNoticeOfBitsThatAreNoColour() {
    assertThat(new ExpandColours(new PixelShape(32, 0xff, 0xff00, 0xff0000)).of(0xab_332211))
        .isEqualTo(0x112233);
  }

  @Test
  void shouldTakeTwoPixelsOutOfAWordTheLowerFirst() {
    // Given
    int[] words = {0x07e0_f800, 0xabcd_001f};
    int[] pixels = new int[3];

    // When
    new ExpandColours(RGB565).row(words, pixels);

    // Then
    assertThat(pixels).containsExactly(0xff0000, 0xff00, 0xff);
  }
}
