package dev.contop.domain.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** T78: only what has changed is scaled anew. */
class ScaledPartTest {

  private static final ScreenSize SCREEN = new ScreenSize(1920, 1080);

  @Test
  void shouldGrowToWholePeriods() {
    // Given: three columns become two, and every other has a colour
    ScreenSize sent = new ScreenSize(1280, 720);

    // When
    ScaledPart part = ScaledPart.covering(area(100, 50, 1, 1), SCREEN, sent);

    // Then
    assertThat(part).isEqualTo(new ScaledPart(area(96, 48, 6, 6), area(64, 32, 4, 4)));
  }

  @ParameterizedTest
  @CsvSource({
    "1920, 1080, 1280, 720",
    "1920, 1080, 1440, 810",
    "1920, 1080, 960, 540",
    "1440, 900, 1152, 720",
    "1366, 768, 1280, 720",
    "1921, 1081, 1280, 720",
    "2560, 1440, 1280, 720",
    "64, 64, 2, 2",
  })
  void shouldHoldTheAreaAndScaleExactly(int width, int height, int sentWidth, int sentHeight) {
    // Given
    ScreenSize picture = new ScreenSize(width, height);
    ScreenSize sent = new ScreenSize(sentWidth, sentHeight);
    Random random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      int x = random.nextInt(width);
      int y = random.nextInt(height);
      ScreenArea area = area(x, y, 1 + random.nextInt(width - x), 1 + random.nextInt(height - y));

      // When
      ScaledPart part = ScaledPart.covering(area, picture, sent);

      // Then
      assertThat(part.source().contains(area)).isTrue();
      assertThat(part.source().isOn(picture)).isTrue();
      assertThat(part.scaled().isOn(sent)).isTrue();
      assertThat(part.source().x() % 2 + part.source().y() % 2).isZero();
      assertThat(part.scaled().x() % 2 + part.scaled().y() % 2).isZero();
      assertSameScale(part.source().x(), part.scaled().x(), width, sentWidth);
      assertSameScale(part.source().right(), part.scaled().right(), width, sentWidth);
      assertSameScale(part.source().y(), part.scaled().y(), height, sentHeight);
      assertSameScale(part.source().bottom(), part.scaled().bottom(), height, sentHeight);
    }
  }

  @Test
  void shouldBeAllOfAPictureWhereLittleIsBesides() {
    // Given
    ScreenSize sent = new ScreenSize(1280, 720);

    // Then
    assertThat(ScaledPart.covering(area(0, 0, 1920, 840), SCREEN, sent).isMostOf(sent)).isTrue();
    assertThat(ScaledPart.covering(area(0, 0, 1920, 780), SCREEN, sent).isMostOf(sent)).isFalse();
    assertThat(ScaledPart.whole(SCREEN, sent).isMostOf(sent)).isTrue();
  }

  private static void assertSameScale(int place, int scaledPlace, int side, int scaledSide) {
    assertThat((long) place * scaledSide).isEqualTo((long) scaledPlace * side);
  }

  private static ScreenArea area(int x, int y, int width, int height) {
    return new ScreenArea(x, y, new ScreenSize(width, height));
  }
}
