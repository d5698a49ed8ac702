package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.contop.wire.PairingSummary;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pairing from the computer itself, by command and by request (T90, T93, T94). */
@Timeout(120)
class PairIT {

  @Test
  void shouldPairByCommandAndLetThePhoneIn() throws Exception {
    try (Rig rig = Rig.start("pair", 1280, 720)) {
      String line = rig.host.pair();

      PairingSummary summary = PairingSummary.read(line).orElseThrow();
      System.out.printf("pair: link of %d characters%n", summary.link().length());
      assertThat(line).contains("\"device_id\"", "\"token\"", "\"expires_at\"", "\"payload\"");
      assertThat(Duration.between(Instant.now(), summary.expiresAt()))
          .isBetween(Duration.ofMinutes(235), Duration.ofHours(4));
      rig.phone.visit(summary.link()).awaitState("live").awaitPicture();
    }
  }

  @Test
  void shouldShowACodeThatCanBeScannedFromTheTerminal() throws Exception {
    try (Rig rig = Rig.start("paircode", 1280, 720)) {
      Process pair =
          HostProcess.command(
                  rig.work, List.of("pair", "--data-dir", rig.host.dataFolder().toString()))
              .start();
      String text = new String(pair.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(pair.waitFor()).isZero();
      List<String> rows =
          text.lines().filter(row -> row.matches("[ █▀▄]+") && row.length() > 20).toList();
      assertThat(text).contains(scanned(rows));
    }
  }

  @Test
  void shouldSayThatNoHostRuns() throws Exception {
    try (Rig rig = Rig.start("nohost", 1280, 720)) {
      int port = rig.host.adminPort();
      rig.host.terminate();
      Process pair =
          HostProcess.command(rig.work, List.of("pair", "--admin-port", Integer.toString(port)))
              .redirectError(ProcessBuilder.Redirect.PIPE)
              .start();
      String said = new String(pair.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(pair.waitFor()).isEqualTo(2);
      assertThat(said.strip().lines().count()).isEqualTo(1);
      assertThat(said).contains("No host answers").contains(Integer.toString(port));
    }
  }

  @Test
  void shouldPairByRequestOnTheLoopbackListenerOnly() throws Exception {
    try (Rig rig = Rig.start("request", 1280, 720)) {
      HttpClient client = HttpClient.newHttpClient();
      String path = "/api/pair?device_id=desk-phone&connection_type=temp";

      HttpResponse<byte[]> image = post(client, rig.host.adminPort(), path);
      HttpResponse<byte[]> open = post(client, rig.host.port(), path);

      assertThat(image.statusCode()).isEqualTo(200);
      assertThat(image.headers().firstValue("content-type")).contains("image/png");
      assertThat(image.headers().firstValue("x-pairing-token").orElseThrow()).hasSize(43);
      assertThat(image.headers().firstValue("x-pairing-expires-at")).isPresent();
      assertThat(open.statusCode()).isIn(404, 405);
    }
  }

  private static HttpResponse<byte[]> post(HttpClient client, int port, String path)
      throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  /** What a camera reads from these rows of half blocks, whose blocks are the light modules. */
  private static String scanned(List<String> rows) throws Exception {
    int scale = 4;
    int width = rows.get(0).length() * scale;
    int height = rows.size() * 2 * scale;
    byte[] light = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        char cell = rows.get(y / (2 * scale)).charAt(x / scale);
        boolean upper = y / scale % 2 == 0;
        boolean lit = cell == '█' || cell == (upper ? '▀' : '▄');
        light[y * width + x] = (byte) (lit ? 255 : 0);
      }
    }
    LuminanceSource source =
        new PlanarYUVLuminanceSource(light, width, height, 0, 0, width, height, false);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }
}
