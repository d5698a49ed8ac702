package dev.contop.e2e;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Pictures of the video that a phone shows: the very first one, and the one that is shown now. */
final class Shots {

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

  private final PhoneBrowser phone;

  private Shots(PhoneBrowser phone) {
    this.phone = phone;
  }

  /** Of every page that the phone opens from now on. */
  static Shots of(PhoneBrowser phone) {
    phone.beforeEachPage(WATCH);
    return new Shots(phone);
  }

  /** Waits until the first picture is so old. */
  void awaitAge(Duration age) {
    phone.await(
        "a first picture that is " + age.toMillis() + " ms old",
        () ->
            Boolean.TRUE.equals(
                phone.script(
                    "return window.firstAt !== undefined"
                        + " && performance.now() - window.firstAt >= arguments[0]",
                    age.toMillis())));
  }

  Luma first() {
    return luma(phone.value("return window.first"));
  }

  Luma now() {
    return luma(phone.value("return shot()"));
  }

  private static Luma luma(Object shot) {
    Map<?, ?> taken = (Map<?, ?>) shot;
    int width = Integer.parseInt(String.valueOf(taken.get("width")));
    return new Luma(Base64.getDecoder().decode(String.valueOf(taken.get("luma"))), width);
  }
}
