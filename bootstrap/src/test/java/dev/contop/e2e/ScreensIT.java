package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several monitors, one of them at a time on the phone (T76), and the figures of its video. */
@Tag("alone")
@Timeout(120)
class ScreensIT {

  private static final int COLOUR = 0xD04020;

  /** Chooses a screen, and says after how many milliseconds the video has that width. */
  private static final String CHOOSE =
      """
      const [id, width, done] = arguments;
      const v = document.getElementById('screen');
      const start = performance.now();
      document.querySelector(`[data-screen="${id}"]`).click();
      const look = () => v.videoWidth === width ? done(performance.now() - start)
          : performance.now() - start > 5000 ? done(-1) : setTimeout(look, 10);
      look();
      """;

  private static final String PIXEL =
      """
      const [x, y] = arguments;
      const v = document.getElementById('screen');
      const c = document.createElement('canvas');
      c.width = v.videoWidth; c.height = v.videoHeight;
      const g = c.getContext('2d');
      g.drawImage(v, 0, 0);
      return [...g.getImageData(x, y, 1, 1).data];
      """;

  @Test
  void shouldSwitchBetweenMonitorsAndLetThePointerFollow() throws Exception {
    try (Rig rig = Rig.start("screens", 1280, 720)) {
      monitor(rig, "*left", "960/254x720/190+0+0", "screen");
      monitor(rig, "right", "320/85x720/190+960+0", "none");
      try (Painted window = Painted.window(rig.screen.display(), 1000, 300, 100, 100, COLOUR)) {
        assertThat(window).isNotNull();
        PhoneBrowser phone = rig.live();
        phone.script("document.querySelector('#menu summary').click()");
        phone.await(
            "the monitors",
            () -> phone.script("return document.querySelector('[data-screen=right]')") != null);
        phone.screenshot(rig.work.resolve("menu.png"));

        // When
        double took = number(phone.asyncScript(CHOOSE, "right", 320));

        // Then
        System.out.printf("screens: the other monitor after %.0f ms%n", took);
        assertThat(took).isBetween(0.0, 1000.0);
        phone.await("the window on the right monitor", () -> isColour(phone, 90, 350));

        // When
        phone.element("take-still").click();

        // Then it shows what the phone sees, and no more (T74)
        ShownStill still = ShownStill.await(phone, 90, 350);
        assertThat(still)
            .extracting(ShownStill::width, ShownStill::height)
            .containsExactly(320, 720);
        ShownStill.assertAlike(still.rgb(), COLOUR);
        phone.element("still-close").click();

        // When a click on the middle of that window
        phone.script("document.querySelector('#menu').open = false");
        phone.element("manual").click();
        phone.await(
            "control",
            () -> "on".equals(phone.script("return document.documentElement.dataset.control")));
        phone.script(
            """
            const v = document.getElementById('screen');
            const box = v.getBoundingClientRect();
            const k = Math.min(box.width / v.videoWidth, box.height / v.videoHeight);
            const x = box.left + (box.width - v.videoWidth * k) / 2 + 90 * k;
            const y = box.top + (box.height - v.videoHeight * k) / 2 + 350 * k;
            const stage = document.getElementById('stage');
            for (const type of ['pointermove', 'pointerdown', 'pointerup']) {
              stage.dispatchEvent(new PointerEvent(type, { pointerType: 'mouse', pointerId: 1, bubbles: true,
                clientX: x, clientY: y, button: 0, buttons: type === 'pointerdown' ? 1 : 0 }));
            }
            """);

        // Then
        phone.await("the pointer there", () -> isNear(rig, 1050, 350));

        // When
        phone.script("document.querySelector('#menu').open = true");
        double back = number(phone.asyncScript(CHOOSE, "all", 1280));

        // Then
        assertThat(back).isBetween(0.0, 1000.0);
        phone.await("the window at its place", () -> isColour(phone, 1015, 385));
      }
    }
  }

  @Test
  void shouldShowFiguresToThePhoneAndTheDesk() throws Exception {
    try (Rig rig = Rig.start("figures", 1280, 720)) {
      PhoneBrowser phone = rig.live();
      phone.script("document.querySelector('#menu summary').click()");

      // When
      phone.element("show-figures").click();

      // Then
      phone.await(
          "figures",
          () ->
              String.valueOf(phone.script("return document.getElementById('figures').textContent"))
                  .contains("1280×720"));
      phone.screenshot(rig.work.resolve("figures.png"));
      HttpResponse<String> desk =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(
                          URI.create(
                              "http://127.0.0.1:" + rig.host.adminPort() + "/api/statistics"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      System.out.println("figures: " + desk.body());
      assertThat(desk.body())
          .contains("\"width\":1280", "\"codec\":\"VP8\"", "\"path\":\"direct\"", "\"grab_ms\":");
    }
  }

  private static boolean isColour(PhoneBrowser phone, int x, int y) {
    @SuppressWarnings("unchecked") // What the script returns: a list of numbers.
    List<Number> seen = (List<Number>) phone.value(PIXEL, x, y);
    return Math.abs(seen.get(0).intValue() - 0xD0) < 12
        && Math.abs(seen.get(1).intValue() - 0x40) < 12
        && Math.abs(seen.get(2).intValue() - 0x20) < 12;
  }

  private static boolean isNear(Rig rig, int x, int y) {
    try {
      int[] pointer = Painted.pointer(rig.screen.display());
      return Math.abs(pointer[0] - x) <= 3 && Math.abs(pointer[1] - y) <= 3;
    } catch (Exception notThere) {
      throw new IllegalStateException(notThere);
    }
  }

  private static void monitor(Rig rig, String name, String geometry, String output)
      throws Exception {
    ProcessBuilder xrandr =
        new ProcessBuilder("xrandr", "--setmonitor", name, geometry, output).inheritIO();
    xrandr.environment().put("DISPLAY", rig.screen.display());
    assertThat(xrandr.start().waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }
}
