package dev.contop.capture.testpattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.screen.Frame;
import dev.contop.application.screen.OpenScreen;
import dev.contop.application.screen.Screen;
import dev.contop.capture.ScreenContract;
import dev.contop.domain.media.ScreenSize;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestPatternScreenTest extends ScreenContract {

  private static final ScreenSize SIZE = new ScreenSize(1280, 720);

  /** Long enough between two changes for a test to find it still, short enough to wait for. */
  @Override
  protected OpenScreen subject() {
    return new OpenTestPattern(SIZE, Clock.systemUTC(), Duration.ofMillis(1500));
  }

  @Override
  protected void change() {}

  @Test
  void shouldChangeTenTimesASecond() throws Exception {
    try (Screen usual = OpenTestPattern.usual().open()) {
      // When
      usual.grab();
      long start = System.nanoTime();
      for (int i = 0; i < 10; i++) {
        assertThat(usual.awaitChange(Duration.ofSeconds(5))).isTrue();
        usual.grab();
      }

      // Then
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(Duration.ofMillis(850), Duration.ofMillis(1400));
    }
  }

  @Test
  void shouldShowColourBars() throws Exception {
    // When
    IntBuffer pixels = pixelsAt("2024-01-01T00:00:00Z");

    // Then
    int[] bars = {0xc0c0c0, 0xc0c000, 0x00c0c0, 0x00c000, 0xc000c0, 0xc00000, 0x0000c0};
    for (int i = 0; i < bars.length; i++) {
      int x = (2 * i + 1) * SIZE.width() / (2 * bars.length);
      assertThat(pixels.get(10 * SIZE.width() + x)).isEqualTo(bars[i]);
    }
  }

  @Test
  void shouldShowTheTimeDownToTheTenth() throws Exception {
    // Given
    IntBuffer one = pixelsAt("2024-01-01T23:59:07.300Z");

    // Then
    assertThat(pixelsAt("2024-01-01T23:59:07.399Z")).isEqualTo(one);
    assertThat(pixelsAt("2024-01-01T23:59:07.400Z")).isNotEqualTo(one);
    assertThat(pixelsAt("2024-01-01T23:59:08.300Z")).isNotEqualTo(one);
    assertThat(pixelsAt("2024-01-01T03:59:07.300Z")).isNotEqualTo(one);
  }

  @Test
  void shouldDrawTheSevenAsASeven() throws Exception {
    // Given
    IntBuffer pixels = pixelsAt("2024-01-01T00:00:07Z");
    int dot = SIZE.width() / 2 / 61;
    int left = (SIZE.width() - 61 * dot) / 2 + (1 + 7 * 6) * dot;
    int top = (SIZE.height() * 4 / 5 - 9 * dot) / 2 + dot;

    // When
    StringBuilder drawn = new StringBuilder();
    for (int row = 0; row < 7; row++) {
      for (int column = 0; column < 5; column++) {
        int x = left + column * dot + dot / 2;
        int y = top + row * dot + dot / 2;
        drawn.append(pixels.get(y * SIZE.width() + x) == 0xffffff ? '#' : '.');
      }
      drawn.append('\n');
    }

    // Then
    assertThat(drawn.toString())
        .isEqualTo(
            """
            #####
            ....#
            ...#.
            ..#..
            .#...
            .#...
            .#...
            """);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "3,200", "200,3", "61,9", "4096,2160"})
  void shouldDrawInAnySize(int width, int height) throws Exception {
    ScreenSize size = new ScreenSize(width, height);
    try (Screen any = OpenTestPattern.of(size).open()) {
      assertThat(any.grab().size()).isEqualTo(size);
    }
  }

  private static IntBuffer pixelsAt(String instant) throws Exception {
    Clock still = Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    try (Screen screen = new OpenTestPattern(SIZE, still, Duration.ofHours(1)).open()) {
      Frame frame = screen.grab();
      return frame.pixels().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    }
  }
}
