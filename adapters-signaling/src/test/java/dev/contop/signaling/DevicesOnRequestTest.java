package dev.contop.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.pairing.PairingRefused;
import dev.contop.domain.door.Caller;
import dev.contop.domain.door.Secret;
import dev.contop.domain.pairing.CameFrom;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.Device;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.DeviceStatus;
import dev.contop.domain.pairing.Pairing;
import dev.contop.domain.pairing.PairingOffer;
import dev.contop.domain.pairing.Role;
import dev.contop.domain.pairing.Sighting;
import dev.contop.domain.pairing.Token;
import dev.contop.domain.pairing.TokenKey;
import dev.contop.signaling.qr.ReadQr;
import dev.contop.wire.ListedDevice;
import dev.contop.wire.PairingCodec;
import dev.contop.wire.RestAnswers;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** T92, T94, T95 over real sockets: what the owner of the computer sees of the devices. */
@Timeout(30)
class DevicesOnRequestTest {

  private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

  private final ListedForTest listed = new ListedForTest();
  private final PairingCodec codec = new PairingCodec();
  private final AdminListener listener =
      new AdminListener(
          0,
          ListedForTest.PAGES,
          listed.uses(
              request -> {
                throw new PairingRefused("Nobody.");
              }),
          codec,
          (client, clientPort, here, herePort) -> Caller.OWN,
          new Secret("s".repeat(43)));

  @BeforeEach
  void start() throws StartFailed {
    listed.devices.add(device("phone", Optional.of(NOON.minusSeconds(60)), false));
    listed.devices.add(device("tablet", Optional.of(NOON.minusSeconds(3600)), true));
    listed.devices.add(device("unused", Optional.empty(), false));
    listener.start();
  }

  @AfterEach
  void stop() {
    listener.stop();
  }

  private static DeviceStatus device(String id, Optional<Instant> seen, boolean connected) {
    Device device =
        Device.of(
            new Pairing(
                new DeviceId(id),
                new TokenKey(new byte[32]),
                ConnectionType.PERMANENT,
                Role.VIEW,
                NOON));
    return new DeviceStatus(
        seen.map(
                at ->
                    device.came(
                        Optional.of("A \"phone\""),
                        Optional.empty(),
                        Sighting.of(at, CameFrom.straight("192.0.2.9"))))
            .orElse(device),
        connected);
  }

  private HttpResponse<byte[]> send(String method, String path) throws Exception {
    return Browser.HTTP.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listener.port() + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private String text(String method, String path) throws Exception {
    return new String(send(method, path).body(), StandardCharsets.UTF_8);
  }

  private List<String> ids(String path) throws Exception {
    return ListedDevice.read(text("GET", path)).orElseThrow().stream()
        .map(ListedDevice::id)
        .toList();
  }

  @Test
  void shouldListAllDevices() throws Exception {
    assertThat(text("GET", "/api/devices")).isEqualTo(ListedDevice.write(listed.list()));
    assertThat(send("GET", "/api/devices").headers().firstValue("cache-control"))
        .contains("no-store");
  }

  @Test
  void shouldListThoseThatWereHereSince() throws Exception {
    assertThat(ids("/api/devices?since=2030-01-01T11:59:00Z")).containsExactly("phone", "tablet");
    assertThat(ids("/api/devices?since=2030-01-01T12:00:00Z")).containsExactly("tablet");
  }

  @Test
  void shouldTellHowADeviceStands() throws Exception {
    assertThat(text("GET", "/api/pair/status")).isEqualTo("{\"devices\":3,\"connected\":1}");
    assertThat(text("GET", "/api/pair/status?device_id=tablet"))
        .isEqualTo(RestAnswers.status(new DeviceId("tablet"), Optional.of(listed.devices.get(1))));
    assertThat(text("GET", "/api/pair/status?device_id=nobody")).contains("\"paired\":false");
  }

  @Test
  void shouldRevoke() throws Exception {
    // When
    HttpResponse<byte[]> first = send("DELETE", "/api/pair?device_id=phone");
    HttpResponse<byte[]> second = send("DELETE", "/api/pair?device_id=phone");

    // Then
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(new String(first.body(), StandardCharsets.UTF_8))
        .isEqualTo("{\"device_id\":\"phone\",\"revoked\":true}");
    assertThat(second.statusCode()).isEqualTo(404);
    assertThat(new String(second.body(), StandardCharsets.UTF_8)).contains("\"not_paired\"");
    assertThat(ids("/api/devices")).containsExactly("tablet", "unused");
  }

  @Test
  void shouldSayWhatIsWrongWithARevocation() throws Exception {
    // Given
    listed.warning = Optional.of("The disk is full.");

    // Then
    assertThat(RestAnswers.warning(text("DELETE", "/api/pair?device_id=phone")))
        .contains("The disk is full.");
  }

  @Test
  void shouldShowTheNewestCodeWhileItMayBeShown() throws Exception {
    // Given
    assertThat(send("GET", "/api/qr-image").statusCode()).isEqualTo(404);
    PairingOffer offer =
        new PairingOffer(
            new DeviceId("phone"),
            new Token("A_-9".repeat(10) + "xyz"),
            ConnectionType.PERMANENT,
            NOON,
            ListedForTest.FINGERPRINT,
            "192.0.2.7",
            8000,
            Optional.empty());
    listed.shown = Optional.of(offer);

    // When
    HttpResponse<byte[]> image = send("GET", "/api/qr-image");

    // Then
    assertThat(image.headers().firstValue("content-type")).contains("image/png");
    assertThat(image.headers().firstValue("cache-control")).contains("no-store");
    assertThat(ReadQr.png(image.body())).isEqualTo(codec.payload(offer));
    assertThat(ReadQr.png(send("GET", "/api/qr-image?form=link").body()))
        .isEqualTo(codec.link(offer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/devices?since=yesterday",
        "GET /api/devices?since=",
        "GET /api/devices?since=2030-01-01T12:00:00Z&since=2030-01-01T12:00:00Z",
        "GET /api/pair/status?device_id=",
        "GET /api/pair/status?device_id=a%20b",
        "GET /api/qr-image?form=poster",
        "DELETE /api/pair",
        "DELETE /api/pair?device_id=",
        "DELETE /api/pair?device_id=..%2f",
        "DELETE /api/pair?device_id=phone&device_id=tablet"
      })
  void shouldRefuseBadParameters(String request) throws Exception {
    // When
    HttpResponse<byte[]> answer =
        send(request.substring(0, request.indexOf(' ')), request.substring(request.indexOf('/')));

    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\"bad_request\"");
    assertThat(listed.devices).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/api/pair,'DELETE, POST'",
    "DELETE,/api/devices,GET",
    "POST,/api/pair/status,GET",
    "POST,/api/qr-image,GET"
  })
  void shouldNameTheMethodsThereAre(String method, String path, String allowed) throws Exception {
    HttpResponse<byte[]> answer = send(method, path);

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("allow")).contains(allowed);
  }
}
