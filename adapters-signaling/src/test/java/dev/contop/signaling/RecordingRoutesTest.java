package dev.contop.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.pairing.PairingRefused;
import dev.contop.domain.door.Caller;
import dev.contop.domain.door.Secret;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.Device;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.DeviceStatus;
import dev.contop.domain.pairing.Pairing;
import dev.contop.domain.pairing.Role;
import dev.contop.domain.pairing.TokenKey;
import dev.contop.wire.PairingCodec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings over real sockets (T75, T93, T94). */
@Timeout(30)
class RecordingRoutesTest {

  private static final String NAME = "2030-01-01T12-00-00-000Z-phone.mp4";
  private static final String CAPTIONS = "2030-01-01T12-00-00-000Z-phone.vtt";
  private static final Secret SECRET = new Secret("s".repeat(43));

  private final ListedForTest listed = new ListedForTest();
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile Caller caller = Caller.OWN;
  private final AdminListener listener =
      new AdminListener(
          0,
          ListedForTest.PAGES,
          listed.uses(
              request -> {
                throw new PairingRefused("Nobody.");
              }),
          new PairingCodec(),
          (from, fromPort, here, herePort) -> caller,
          SECRET);

  @BeforeEach
  void start() throws StartFailed {
    byte[] video = new byte[700_000];
    for (int i = 0; i < video.length; i++) {
      video[i] = (byte) (i * 31 + i / 251);
    }
    listed.recordings.files.put(NAME, video);
    listed.recordings.files.put(CAPTIONS, "WEBVTT\n\n".getBytes(StandardCharsets.UTF_8));
    listed.devices.add(
        new DeviceStatus(
            Device.of(
                new Pairing(
                    new DeviceId("phone"),
                    new TokenKey(new byte[32]),
                    ConnectionType.PERMANENT,
                    Role.VIEW,
                    Instant.MAX)),
            true));
    listener.start();
  }

  @AfterEach
  void stop() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(listed.recordings.open).hasValue(0));
    listener.stop();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listener.port() + path));
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private byte[] video() {
    return listed.recordings.files.getOrDefault(NAME, new byte[0]);
  }

  @Test
  void shouldSendAWholeFile() throws Exception {
    // When
    HttpResponse<byte[]> answer = send(to("/recordings/files/" + NAME));

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(video());
    assertThat(answer.headers().firstValue("content-type")).contains("video/mp4");
    assertThat(answer.headers().firstValue("accept-ranges")).contains("bytes");
    assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 1",
    "bytes=5-9, 5, 10",
    "bytes=100-, 100, 700000",
    "bytes=-10, 699990, 700000",
    "bytes=-9999999, 0, 700000",
    "bytes=300000-9999999, 300000, 700000",
  })
  void shouldSendARange(String range, int from, int to) throws Exception {
    // When
    HttpResponse<byte[]> answer = send(to("/recordings/files/" + NAME).header("Range", range));

    // Then
    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(video(), from, to));
    assertThat(answer.headers().firstValue("content-range"))
        .contains("bytes " + from + "-" + (to - 1) + "/700000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=700000-", "bytes=9-5", "bytes=-0"})
  void shouldRefuseARangeThatIsNotThere(String range) throws Exception {
    // When
    HttpResponse<byte[]> answer = send(to("/recordings/files/" + NAME).header("Range", range));

    // Then
    assertThat(answer.statusCode()).isEqualTo(416);
    assertThat(answer.headers().firstValue("content-range")).contains("bytes */700000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-1,5-6", "pages=1-2", "bytes=-", "bytes=a-b"})
  void shouldSendTheWholeFileForARangeThatItDoesNotUnderstand(String range) throws Exception {
    assertThat(send(to("/recordings/files/" + NAME).header("Range", range)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void shouldSendCaptionsAsSuch() throws Exception {
    // When
    HttpResponse<byte[]> answer = send(to("/recordings/files/" + CAPTIONS));

    // Then
    assertThat(answer.headers().firstValue("content-type")).contains("text/vtt; charset=utf-8");
    assertThat(answer.body()).asString(StandardCharsets.UTF_8).startsWith("WEBVTT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/recordings/files/",
        "/recordings/files/..%2f..%2fdevices.json",
        "/recordings/files/%2e%2e/%2e%2e/etc/passwd",
        "/recordings/..%2ffiles/x",
        "/recordings/files/2031-01-01T12-00-00-000Z-phone.mp4",
        "/recordings/nothing.js",
        "/api/recordings/",
        "/recordings//index.html",
      })
  void shouldHaveNothingElse(String path) throws Exception {
    assertThat(send(to(path)).statusCode()).isEqualTo(404);
  }

  @Test
  void shouldListStartAndStop() throws Exception {
    // When
    HttpResponse<byte[]> list = send(to("/api/recordings"));
    HttpResponse<byte[]> start =
        send(to("/api/recordings/start?device_id=phone").POST(HttpRequest.BodyPublishers.noBody()));
    HttpResponse<byte[]> stop =
        send(to("/api/recordings/stop?device_id=phone").POST(HttpRequest.BodyPublishers.noBody()));

    // Then
    assertThat(list.body()).asString(StandardCharsets.UTF_8).contains(NAME, CAPTIONS, "700000");
    assertThat(start.body())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("{\"device_id\":\"phone\",\"wanted\":true,\"running\":false}");
    assertThat(stop.statusCode()).isEqualTo(200);
    assertThat(listed.recordings.asked).containsExactly("start phone", "stop phone");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/recordings/start?device_id=nobody, 404",
    "POST, /api/recordings/start, 400",
    "POST, /api/recordings/stop?device_id=a/b, 400",
    "GET, /api/recordings/start?device_id=phone, 405",
    "POST, /api/recordings, 405",
    "DELETE, /recordings/files/2030-01-01T12-00-00-000Z-phone.mp4, 405",
    "POST, /recordings, 405",
  })
  void shouldRefuseWhatIsNotMeant(String method, String path, int status) throws Exception {
    // When
    HttpResponse<byte[]> answer =
        send(to(path).method(method, HttpRequest.BodyPublishers.noBody()));

    // Then
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(listed.recordings.asked).isEmpty();
  }

  @Test
  void shouldShowNothingToStrangersButThePage() throws Exception {
    // Given
    caller = Caller.FOREIGN;

    // Then
    for (String path :
        new String[] {"/api/recordings", "/recordings/files/" + NAME, "/recordings/files/x"}) {
      assertThat(send(to(path)).statusCode()).as(path).isEqualTo(401);
      assertThat(send(to(path).header("Authorization", "Bearer " + SECRET.value())).statusCode())
          .as(path)
          .isNotEqualTo(401);
    }
  }

  @Test
  void shouldNotLetAPageOfAnotherSiteStartAnything() throws Exception {
    // When
    HttpResponse<byte[]> answer =
        send(
            to("/api/recordings/start?device_id=phone")
                .header("Origin", "http://evil.example")
                .POST(HttpRequest.BodyPublishers.noBody()));
    HttpResponse<byte[]> unmarked =
        send(
            to("/api/recordings/start?device_id=phone")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.noBody()));

    // Then
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(unmarked.statusCode()).isEqualTo(403);
    assertThat(listed.recordings.asked).isEmpty();
  }
}
