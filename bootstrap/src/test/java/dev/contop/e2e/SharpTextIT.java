package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Text can be read in the very first picture, and is sharp soon after, also where a large screen is
 * sent smaller (T73, T78).
 *
 * <p>Letters are shown in 13 pixels. A picture that was made smaller is compared with the true
 * screen made smaller by taking means of areas.
 */
@Tag("alone")
@Timeout(90)
class SharpTextIT {

  private static final int SHOWN_WIDTH = 1280;
  private static final int SHOWN_HEIGHT = 720;

  /** Below this, letters of 13 pixels begin to be hard to tell apart. */
  private static final double READABLE = 0.85;

  private static final double SHARP = 0.97;
  private static final Duration SHARP_WITHIN = Duration.ofMillis(1500);

  @ParameterizedTest
  @CsvSource({"VP8, 1280, 720", "H264, 1280, 720", "VP8, 1920, 1080", "H264, 1920, 1080"})
  void shouldShowReadableTextAtOnceAndSharpTextSoonAfter(String codec, int width, int height)
      throws Exception {
    try (Rig rig =
            Rig.start(
                "sharp-" + codec,
                width,
                height,
                "--codecs",
                codec,
                "--max-width",
                "" + SHOWN_WIDTH);
        TextWindow text = text(rig.screen.display(), width)) {
      assertThat(text).isNotNull();
      Luma truth =
          Luma.ofScreen(rig.screen.display(), width, height).scaledTo(SHOWN_WIDTH, SHOWN_HEIGHT);
      Shots shots = Shots.of(rig.phone);

      // When
      rig.live();
      shots.awaitAge(SHARP_WITHIN);

      // Then
      double later = likeness(truth, shots.now());
      double first = likeness(truth, shots.first());
      System.out.printf(
          "text of 13 pixels, %s from %d wide: structural similarity %.3f in the first picture, %.3f"
              + " after %d ms%n",
          codec, width, first, later, SHARP_WITHIN.toMillis());
      assertThat(first).isGreaterThan(READABLE);
      assertThat(later).isGreaterThan(SHARP);
    }
  }

  private static TextWindow text(String display, int width) throws IOException {
    return width == SHOWN_WIDTH ? TextWindow.still(display) : TextWindow.large(display);
  }

  /** Away from the middle, where the pointer is. */
  private static double likeness(Luma truth, Luma seen) {
    return truth.similarity(seen, 20, 20, 560, 300);
  }
}
