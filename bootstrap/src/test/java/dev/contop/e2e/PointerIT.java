package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.interactions.PointerInput;
import org.openqa.selenium.interactions.Sequence;

/** A finger on the picture moves the real pointer to the pixel under it (T61, T62). */
@Tag("alone")
@Timeout(90)
class PointerIT {

  /**
   * Where a pixel of the screen lies in the page, through letterbox and zoom: x, y in CSS pixels.
   */
  private static final String PLACE =
      """
      const [sx, sy, screenW, screenH] = arguments;
      const v = document.getElementById('screen');
      const b = v.getBoundingClientRect();
      const k = Math.min(b.width / v.videoWidth, b.height / v.videoHeight);
      const left = b.left + (b.width - v.videoWidth * k) / 2;
      const top = b.top + (b.height - v.videoHeight * k) / 2;
      return [left + (sx + 0.5) * v.videoWidth / screenW * k, top + (sy + 0.5) * v.videoHeight / screenH * k,
              screenW / (v.videoWidth * k)];
      """;

  @Test
  void shouldMoveThePointerToThePixelUnderTheFinger() throws Exception {
    try (Rig rig = Rig.start("pointer", 1280, 720)) {
      PhoneBrowser phone = rig.live();
      phone.element("manual").click();
      phone.await(
          "control",
          () -> "on".equals(phone.script("return document.documentElement.dataset.control")));

      for (int[] wanted : new int[][] {{320, 200}, {960, 540}, {640, 360}}) {
        // When
        List<Number> from = place(phone, wanted[0] - 100, wanted[1] - 60);
        List<Number> to = place(phone, wanted[0], wanted[1]);
        drag(phone, from, to);

        // Then: as exact as a finger's whole CSS pixel allows.
        int allowed = (int) Math.ceil(to.get(2).doubleValue()) + 1;
        Awaitility.await()
            .atMost(Duration.ofSeconds(5))
            .untilAsserted(() -> assertNear(pointer(rig), wanted, allowed));
        int[] at = pointer(rig);
        System.out.printf(
            "pointer: wanted %d,%d got %d,%d (one CSS pixel is %.2f screen pixels)%n",
            wanted[0], wanted[1], at[0], at[1], to.get(2).doubleValue());
      }
    }
  }

  private static void assertNear(int[] at, int[] wanted, int allowed) {
    assertThat(at[0]).isBetween(wanted[0] - allowed, wanted[0] + allowed);
    assertThat(at[1]).isBetween(wanted[1] - allowed, wanted[1] + allowed);
  }

  private static int[] pointer(Rig rig) throws IOException, InterruptedException {
    return Painted.pointer(rig.screen.display());
  }

  @SuppressWarnings("unchecked") // What the script returns: a list of numbers.
  private static List<Number> place(PhoneBrowser phone, int x, int y) {
    return (List<Number>) phone.value(PLACE, x, y, 1280, 720);
  }

  private static void drag(PhoneBrowser phone, List<Number> from, List<Number> to) {
    PointerInput finger = new PointerInput(PointerInput.Kind.TOUCH, "finger");
    Sequence drag = new Sequence(finger, 0);
    PointerInput.Origin page = PointerInput.Origin.viewport();
    drag.addAction(
        finger.createPointerMove(
            Duration.ZERO, page, from.get(0).intValue(), from.get(1).intValue()));
    drag.addAction(finger.createPointerDown(0));
    drag.addAction(
        finger.createPointerMove(
            Duration.ofMillis(250), page, to.get(0).intValue(), to.get(1).intValue()));
    drag.addAction(finger.createPointerUp(0));
    phone.driver().perform(List.of(drag));
  }
}
