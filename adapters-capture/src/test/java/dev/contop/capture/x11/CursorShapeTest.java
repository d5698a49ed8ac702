package dev.contop.capture.x11;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.media.ScreenSize;
import java.nio.IntBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CursorShapeTest {

  @Test
  void shouldBlendEveryColourAsRoundedDivisionDoes() {
    // Given
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      int alpha = random.nextInt(256);
      int over = alpha << 24 | channels(random, alpha + 1);
      int under = channels(random, 256);
      IntBuffer canvas = IntBuffer.wrap(new int[] {under});

      // When
      new CursorShape(1, 1, 1, 0, 0, new int[] {over}).drawOn(canvas, new ScreenSize(1, 1), 0, 0);

      // Then
      assertThat(canvas.get(0) & 0xffffff).isEqualTo(expected(over, under, alpha));
    }
  }

  private static int channels(Random random, int bound) {
    return random.nextInt(bound) << 16 | random.nextInt(bound) << 8 | random.nextInt(bound);
  }

  private static int expected(int over, int under, int alpha) {
    int result = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      int rest = (int) Math.round((under >> shift & 0xff) * (255 - alpha) / 255.0);
      result |= ((over >> shift & 0xff) + rest) << shift;
    }
    return result;
  }

  @Test
  void shouldDrawOnlyWhatIsOnTheScreen() {
    // Given
    int ink = 0xff123456;
    CursorShape shape =
        new CursorShape(1, 3, 3, 1, 1, new int[] {ink, ink, ink, ink, ink, ink, ink, ink, ink});
    ScreenSize size = new ScreenSize(4, 4);

    for (int y = -5; y < 9; y++) {
      for (int x = -5; x < 9; x++) {
        // When
        IntBuffer canvas = IntBuffer.allocate(16);
        shape.drawOn(canvas, size, x, y);

        // Then
        for (int i = 0; i < 16; i++) {
          boolean covered = Math.abs(i % 4 - x) <= 1 && Math.abs(i / 4 - y) <= 1;
          assertThat(canvas.get(i)).isEqualTo(covered ? ink : 0);
        }
      }
    }
  }
}
