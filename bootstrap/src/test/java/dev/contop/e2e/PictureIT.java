package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is on the screen is in the decoded video (T70). */
@Tag("alone")
@Timeout(90)
class PictureIT {

  private static final int RED = 0xD0;
  private static final int GREEN = 0x40;
  private static final int BLUE = 0x20;

  /** The mean colour of the middle of an area of the video, and the video's size. */
  private static final String READ =
      """
      const [x, y, w, h, screenW] = arguments;
      const v = document.getElementById('screen');
      const k = v.videoWidth / screenW;
      const c = document.createElement('canvas');
      c.width = v.videoWidth; c.height = v.videoHeight;
      const g = c.getContext('2d', { willReadFrequently: true });
      g.drawImage(v, 0, 0);
      const mean = (px, py, pw, ph) => {
        const d = g.getImageData(Math.round(px * k), Math.round(py * k),
                                 Math.max(1, Math.round(pw * k)), Math.max(1, Math.round(ph * k))).data;
        const s = [0, 0, 0];
        for (let i = 0; i < d.length; i += 4) for (let j = 0; j < 3; j++) s[j] += d[i + j];
        return s.map(q => q / (d.length / 4));
      };
      return [mean(x + w / 4, y + h / 4, w / 2, h / 2),
              mean(x + 4, y + 4, 4, h - 8), mean(x + w - 8, y + 4, 4, h - 8),
              mean(x - 12, y, 6, h), mean(x + w + 6, y, 6, h),
              [v.videoWidth, v.videoHeight, 0]];
      """;

  @Test
  void shouldShowAColouredWindowAtItsPlace() throws IOException {
    try (Rig rig = Rig.start("picture", 1280, 720);
        Painted window =
            Painted.window(
                rig.screen.display(), 400, 250, 300, 200, RED << 16 | GREEN << 8 | BLUE)) {
      assertThat(window).isNotNull();

      // When
      PhoneBrowser phone = rig.live();
      // The middle of the first picture is right at once; its edges are when it has sharpened.
      phone.await(
          "the right colour up to the edges",
          () -> read(phone).subList(0, 3).stream().allMatch(PictureIT::isColour));

      // Then
      List<List<Number>> seen = read(phone);
      System.out.printf(
          "picture: window seen as %s, its edges %s %s, beside it %s %s, video %s%n",
          seen.get(0), seen.get(1), seen.get(2), seen.get(3), seen.get(4), seen.get(5));
      assertThat(seen.get(5).get(0).intValue()).isEqualTo(1280);
      assertThat(seen.get(5).get(1).intValue()).isEqualTo(720);
      assertThat(isColour(seen.get(3))).as("left of it").isFalse();
      assertThat(isColour(seen.get(4))).as("right of it").isFalse();
    }
  }

  @Test
  void shouldScaleTheScreenToTheWidthAskedFor() throws IOException {
    try (Rig rig = Rig.start("scaled", 1920, 1080, "--max-width", "1280");
        Painted window =
            Painted.window(
                rig.screen.display(), 900, 600, 300, 300, RED << 16 | GREEN << 8 | BLUE)) {
      assertThat(window).isNotNull();
      PhoneBrowser phone = rig.live();

      phone.await("the right colour", () -> isColour(read(phone, 900, 600, 300, 300, 1920).get(0)));

      List<Number> size = read(phone, 900, 600, 300, 300, 1920).get(5);
      System.out.printf("scaled picture: video %s%n", size);
      assertThat(size.get(0).intValue()).isEqualTo(1280);
      assertThat(size.get(1).intValue()).isEqualTo(720);
    }
  }

  private static List<List<Number>> read(PhoneBrowser phone) {
    return read(phone, 400, 250, 300, 200, 1280);
  }

  @SuppressWarnings("unchecked") // What the script returns: a list of lists of numbers.
  private static List<List<Number>> read(PhoneBrowser phone, Object... place) {
    return (List<List<Number>>) phone.value(READ, place);
  }

  /** Within 2 % of full scale in each part. */
  private static boolean isColour(List<Number> rgb) {
    double allowed = 0.02 * 255;
    return Math.abs(rgb.get(0).doubleValue() - RED) <= allowed
        && Math.abs(rgb.get(1).doubleValue() - GREEN) <= allowed
        && Math.abs(rgb.get(2).doubleValue() - BLUE) <= allowed;
  }
}
