package dev.contop.domain.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.media.ScreenSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenGeometryTest {

  @ParameterizedTest
  @CsvSource({"0,0,0,0", "639.4,359.4,639,359", "1279,719,1279,719", "12.5,7.49,13,7"})
  void shouldBeTheSamePixelWhenTheVideoIsNotScaled(double x, double y, int atX, int atY) {
    // Given
    ScreenSize size = new ScreenSize(1280, 720);

    // Then T61
    assertThat(new ScreenGeometry(size, size).locate(new VideoPoint(x, y)))
        .isEqualTo(new ScreenPoint(atX, atY));
  }

  @Test
  void shouldReachBothEdgesOfALargerScreen() {
    // Given
    ScreenGeometry geometry =
        new ScreenGeometry(new ScreenSize(3840, 2160), new ScreenSize(1280, 720));

    // Then: three screen pixels a video pixel, and the middle one is meant
    assertThat(geometry.locate(new VideoPoint(0, 0))).isEqualTo(new ScreenPoint(1, 1));
    assertThat(geometry.locate(new VideoPoint(1279, 719))).isEqualTo(new ScreenPoint(3838, 2158));
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        -1e300,
        -1,
        1e300,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Long.MAX_VALUE
      })
  void shouldStayOnTheScreenWhateverComes(double wild) {
    // Given
    ScreenGeometry geometry =
        new ScreenGeometry(new ScreenSize(1366, 768), new ScreenSize(1280, 718));

    // When
    ScreenPoint point = geometry.locate(new VideoPoint(wild, wild));

    // Then T62
    assertThat(point.x()).isBetween(0, 1365);
    assertThat(point.y()).isBetween(0, 767);
  }

  @Test
  void shouldFindEveryPixelOfAScreenSentInItsOwnSize() {
    // Given
    ScreenSize size = new ScreenSize(1367, 5);

    // Then
    for (int x = 0; x < size.width(); x++) {
      assertThat(new ScreenGeometry(size, size).locate(new VideoPoint(x, 2)).x()).isEqualTo(x);
    }
  }
}
