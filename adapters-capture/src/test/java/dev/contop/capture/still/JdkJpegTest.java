package dev.contop.capture.still;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.media.ScreenSize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A JPEG that any reader reads, with the colours where they were (T74). */
class JdkJpegTest {

  private static final int LEFT = 0xd04020;
  private static final int RIGHT = 0x2040d0;

  private final JdkJpeg encoder = new JdkJpeg();

  private static int[] halves(ScreenSize size) {
    int[] pixels = new int[size.width() * size.height()];
    for (int i = 0; i < pixels.length; i++) {
      // The top byte of a screen's pixel means nothing and may hold anything.
      pixels[i] = 0x77000000 | (i % size.width() < size.width() / 2 ? LEFT : RIGHT);
    }
    return pixels;
  }

  @ParameterizedTest
  @CsvSource({"64, 32", "97, 53", "1, 1", "1920, 1080"})
  void shouldMakeAFileOfTheSameSize(int width, int height) throws IOException {
    // Given
    ScreenSize size = new ScreenSize(width, height);

    // When
    byte[] jpeg = encoder.encode(halves(size), size, 90);

    // Then
    assertThat(jpeg).startsWith(0xff, 0xd8, 0xff);
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(jpeg));
    assertThat(read.getWidth()).isEqualTo(width);
    assertThat(read.getHeight()).isEqualTo(height);
  }

  @Test
  void shouldKeepColoursAtTheirPlaces() throws IOException {
    // Given
    ScreenSize size = new ScreenSize(128, 64);

    // When
    BufferedImage read =
        ImageIO.read(new ByteArrayInputStream(encoder.encode(halves(size), size, 90)));

    // Then
    assertAlike(read.getRGB(20, 30), LEFT);
    assertAlike(read.getRGB(110, 30), RIGHT);
  }

  @Test
  void shouldMakeASmallerFileOfLowerQuality() throws IOException {
    // Given
    ScreenSize size = new ScreenSize(320, 240);
    int[] noise = new Random(7).ints((long) size.width() * size.height()).toArray();

    // When
    int fine = encoder.encode(noise, size, 95).length;
    int coarse = encoder.encode(noise, size, 30).length;

    // Then
    assertThat(coarse).isLessThan(fine / 2);
  }

  private static void assertAlike(int seen, int meant) {
    for (int shift = 0; shift <= 16; shift += 8) {
      assertThat(seen >> shift & 0xff)
          .isBetween((meant >> shift & 0xff) - 8, (meant >> shift & 0xff) + 8);
    }
  }
}
