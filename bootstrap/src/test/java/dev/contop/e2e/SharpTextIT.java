package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Small text can be read in the very first picture, and is sharp soon after (T73, T78). */
@Tag("alone")
@Timeout(90)
class SharpTextIT {

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;

  /** Below this, letters of 13 pixels begin to be hard to tell apart. */
  private static final double READABLE = 0.85;

  private static final double SHARP = 0.97;
  private static final Duration SHARP_WITHIN = Duration.ofMillis(1500);

  /** Keeps the first picture of the video, and hands out the one that is shown. */
  private static final String WATCH =
      """
      window.shot = () => {
        const v = document.getElementById('screen');
        const c = document.createElement('canvas');
        c.width = v.videoWidth; c.height = v.videoHeight;
        const g = c.getContext('2d');
        g.drawImage(v, 0, 0);
        const d = g.getImageData(0, 0, c.width, c.height).data;
        let text = '';
        for (let i = 0; i < d.length; i += 4)
          text += String.fromCharCode(Math.round(0.299 * d[i] + 0.587 * d[i + 1] + 0.114 * d[i + 2]));
        return { width: c.width, luma: btoa(text) };
      };
      addEventListener('DOMContentLoaded', () => {
        document.getElementById('screen').requestVideoFrameCallback(now => {
          window.first = shot();
          window.firstAt = now;
        });
      });
      """;

  @Test
  void shouldShowReadableTextAtOnceAndSharpTextSoonAfter() throws Exception {
    try (Rig rig = Rig.start("sharp", WIDTH, HEIGHT);
        TextWindow text = TextWindow.still(rig.screen.display())) {
      assertThat(text).isNotNull();
      Luma truth = Luma.ofScreen(rig.screen.display(), WIDTH, HEIGHT);
      PhoneBrowser phone = rig.phone;
      phone
          .driver()
          .executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));

      // When
      rig.live();
      phone.await(
          "the time by which text is to be sharp",
          () ->
              Boolean.TRUE.equals(
                  phone.script(
                      "return window.firstAt !== undefined"
                          + " && performance.now() - window.firstAt >= arguments[0]",
                      SHARP_WITHIN.toMillis())));

      // Then
      double later = likeness(truth, phone.value("return shot()"));
      double first = likeness(truth, phone.value("return window.first"));
      System.out.printf(
          "text of 13 pixels: structural similarity %.3f in the first picture, %.3f after %d ms%n",
          first, later, SHARP_WITHIN.toMillis());
      assertThat(first).isGreaterThan(READABLE);
      assertThat(later).isGreaterThan(SHARP);
    }
  }

  /** Away from the middle, where the pointer is. */
  private static double likeness(Luma truth, Object shot) {
    Map<?, ?> taken = (Map<?, ?>) shot;
    assertThat(taken.get("width")).hasToString(String.valueOf(WIDTH));
    Luma seen = new Luma(Base64.getDecoder().decode(String.valueOf(taken.get("luma"))), WIDTH);
    return truth.similarity(seen, 20, 20, 560, 300);
  }
}
