package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A still of the real screen, for the phone and for the desk (T74). */
@Timeout(90)
class StillIT {

  private static final int COLOUR = 0xD04020;

  @Test
  void shouldShowAStillOnThePhoneAndServeItToTheDesk() throws Exception {
    try (Rig rig = Rig.start("still", 1920, 1080);
        Painted window = Painted.window(rig.screen.display(), 600, 300, 400, 300, COLOUR)) {
      assertThat(window).isNotNull();

      // When nobody watches
      BufferedImage alone = fetch(rig, "?quality=90");

      // Then
      assertThat(alone.getWidth()).isEqualTo(1920);
      assertAlike(alone.getRGB(700, 400));

      // When
      PhoneBrowser phone = rig.live();
      phone.script("document.querySelector('#menu summary').click()");
      phone.element("take-still").click();

      // Then
      ShownStill seen = ShownStill.await(phone, 700, 400);
      assertAlike(seen.rgb());
      assertThat(seen.width()).isEqualTo(1920);
      phone.screenshot(rig.work.resolve("still.png"));
      phone.element("still-close").click();

      // When the phone has chosen the small picture
      phone.script("document.querySelector('#menu summary').click()");
      phone.element("video-small").click();
      phone.await(
          "the small picture",
          () -> "true".equals(phone.element("video-small").getDomAttribute("aria-pressed")));
      phone.element("take-still").click();

      // Then
      ShownStill alike = ShownStill.await(phone, 233, 133);
      assertThat(alike).extracting(ShownStill::width, ShownStill::height).containsExactly(640, 360);
      assertAlike(alike.rgb());

      // When
      BufferedImage small = fetch(rig, "?max_width=480");

      // Then
      assertThat(small.getWidth()).isEqualTo(480);
      assertThat(small.getHeight()).isEqualTo(270);
      assertAlike(small.getRGB(175, 100));
    }
  }

  @Test
  void shouldSendAStillToAToolCallAsWideAndAsGoodAsItAsksFor() throws Exception {
    try (Rig rig = Rig.start("look", 1920, 1080);
        Painted window = Painted.window(rig.screen.display(), 600, 300, 400, 300, COLOUR)) {
      assertThat(window).isNotNull();
      Wiretap tap = Wiretap.on(rig.phone);
      PhoneBrowser phone = rig.live();

      // When a tool looks
      tap.say(
          "tool_call",
          Map.of("tool", "observe_screen", "args", Map.of("quality", 30, "max_width", 480)));
      phone.await("its result", () -> !tap.heard("tool_result", "one.id").isEmpty());

      // Then the picture came first
      assertThat(
              phone.value(
                  "return heard.map(one => one.type).filter(type => /^(frame|tool_result)$/.test(type))"))
          .isEqualTo(List.of("frame", "tool_result"));
      assertThat(tap.heard("tool_result", "one.payload.status")).isEqualTo(List.of("success"));
      assertThat(tap.heard("frame", "one.payload.ref"))
          .isEqualTo(tap.heard("tool_result", "one.payload.ref"));
      byte[] coarse = jpeg(tap, 0);
      assertShows(coarse, 480, 270, 175, 100);

      // When the phone itself looks
      tap.say("observe_screen", Map.of("quality", 95, "max_width", 800));
      phone.await("the second still", () -> tap.heard("frame", "one.id").size() == 2);

      // Then
      byte[] fine = jpeg(tap, 1);
      assertShows(fine, 800, 450, 292, 167);
      System.out.printf(
          "stills: %d bytes with steps of %d, then %d bytes with steps of %d%n",
          coarse.length, coarseness(coarse), fine.length, coarseness(fine));
      assertThat(coarseness(coarse)).isGreaterThan(4 * coarseness(fine));
    }
  }

  private static byte[] jpeg(Wiretap tap, int which) {
    return Base64.getDecoder()
        .decode(String.valueOf(tap.heard("frame", "one.payload.jpeg_b64").get(which)));
  }

  private static void assertShows(byte[] jpeg, int width, int height, int x, int y)
      throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
    assertThat(new int[] {image.getWidth(), image.getHeight()}).containsExactly(width, height);
    assertAlike(image.getRGB(x, y));
  }

  /**
   * The first step of the first quantisation table (ITU-T T.81, B.2.4.1): the lower the quality,
   * the larger.
   */
  private static int coarseness(byte[] jpeg) {
    int at = 0;
    while ((jpeg[at] & 0xff) != 0xff || (jpeg[at + 1] & 0xff) != 0xdb) {
      at++;
    }
    return jpeg[at + 5] & 0xff;
  }

  private static BufferedImage fetch(Rig rig, String query) throws Exception {
    HttpResponse<byte[]> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(
                            "http://127.0.0.1:" + rig.host.adminPort() + "/api/screen.jpg" + query))
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(response.statusCode()).isEqualTo(200);
    return ImageIO.read(new ByteArrayInputStream(response.body()));
  }

  private static void assertAlike(int rgb) {
    ShownStill.assertAlike(rgb, COLOUR);
  }
}
