package dev.contop.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.pairing.PairPhone;
import dev.contop.application.pairing.PairingRefused;
import dev.contop.domain.door.Caller;
import dev.contop.domain.door.Secret;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.Fingerprint;
import dev.contop.domain.pairing.PairingOffer;
import dev.contop.domain.pairing.PairingRequest;
import dev.contop.domain.pairing.Token;
import dev.contop.signaling.qr.ReadQr;
import dev.contop.wire.PairingCodec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** T90, T93, T94 over real sockets. */
@Timeout(30)
class AdminListenerTest {

  private static final Fingerprint FINGERPRINT = new Fingerprint("0f".repeat(32));

  /** Pairs whoever asks, but nobody for good. */
  private static final class Pairing implements PairPhone {
    final List<PairingOffer> made = new ArrayList<>();

    @Override
    public synchronized PairingOffer pair(PairingRequest request) throws PairingRefused {
      if (request.device().filter(device -> device.value().equals("full")).isPresent()) {
        throw new PairingRefused("Too many \"phones\" are paired.");
      }
      PairingOffer offer =
          new PairingOffer(
              request.device().orElse(new DeviceId("phone-" + made.size())),
              new Token("A_-9".repeat(10) + "xyz"),
              request.connection(),
              request.role(),
              Instant.parse("2026-01-02T03:04:05Z"),
              FINGERPRINT,
              "192.0.2.7",
              8000,
              Optional.empty());
      made.add(offer);
      return offer;
    }
  }

  private static final Secret SECRET = new Secret("s".repeat(43));

  private volatile Caller caller = Caller.OWN;
  private final Pairing pairing = new Pairing();
  private final PairingCodec codec = new PairingCodec();
  private final AdminListener listener =
      new AdminListener(
          0,
          ListedForTest.PAGES,
          ListedForTest.pairing(pairing),
          codec,
          (client, clientPort, here, herePort) -> caller,
          SECRET);

  @BeforeEach
  void start() throws StartFailed {
    listener.start();
  }

  @AfterEach
  void stop() {
    listener.stop();
  }

  private HttpResponse<byte[]> send(String host, String method, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://" + host + ":" + listener.port() + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return Browser.HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> post(String path, String... headers) throws Exception {
    return send("127.0.0.1", "POST", path, headers);
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  @Test
  void shouldAnswerPairingWithQrCodeForTheApp() throws Exception {
    // When
    HttpResponse<byte[]> response = post("/api/pair?device_id=my-phone&connection_type=temp");

    // Then
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).contains("image/png");
    assertThat(response.headers().firstValue("cache-control")).contains("no-store");
    assertThat(response.headers().firstValue("x-pairing-device-id")).contains("my-phone");
    assertThat(response.headers().firstValue("x-pairing-token"))
        .contains(pairing.made.get(0).token().secret());
    assertThat(response.headers().firstValue("x-pairing-link"))
        .contains(codec.link(pairing.made.get(0)));
    assertThat(response.headers().firstValue("x-pairing-expires-at"))
        .contains("2026-01-02T03:04:05Z");
    assertThat(ReadQr.png(response.body())).isEqualTo(codec.payload(pairing.made.get(0)));
  }

  @Test
  void shouldAnswerPairingWithQrCodeOfLink() throws Exception {
    HttpResponse<byte[]> response = post("/api/pair?form=link");

    assertThat(ReadQr.png(response.body())).isEqualTo(codec.link(pairing.made.get(0)));
    assertThat(pairing.made.get(0).device().value()).isEqualTo("phone-0");
  }

  @Test
  void shouldAnswerPairingWithJsonWhereAccepted() throws Exception {
    HttpResponse<byte[]> response =
        post("/api/pair?form=link", "Accept", "text/plain, application/json;q=0.9");

    assertThat(response.headers().firstValue("content-type").orElseThrow())
        .startsWith("application/json");
    assertThat(response.headers().firstValue("cache-control")).contains("no-store");
    assertThat(text(response)).isEqualTo(codec.summary(pairing.made.get(0)));
  }

  @Test
  void shouldSayWhyPairingIsRefused() throws Exception {
    HttpResponse<byte[]> response = post("/api/pair?device_id=full");

    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(text(response))
        .isEqualTo(
            "{\"error\":{\"code\":\"pairing_refused\","
                + "\"message\":\"Too many \\\"phones\\\" are paired.\"}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "device_id=",
        "device_id=a%20b",
        "device_id=../../etc",
        "device_id=%00",
        "device_id=a&device_id=b",
        "connection_type=forever",
        "connection_type=",
        "role=admin",
        "role=",
        "role=view&role=control",
        "name=",
        "name=%20",
        "name=a%0Ab",
        "name=%00",
        "name=a&name=b",
        "form=poster",
        "form=app&form=link"
      })
  void shouldRefuseBadParameters(String query) throws Exception {
    HttpResponse<byte[]> response = post("/api/pair?" + query);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(text(response)).contains("\"code\":\"bad_request\"");
    assertThat(pairing.made).isEmpty();
  }

  @Test
  void shouldTellWhereTheHostIs() throws Exception {
    HttpResponse<byte[]> response = send("127.0.0.1", "GET", "/api/connection-info");

    assertThat(text(response))
        .isEqualTo(
            "{\"host\":\"192.0.2.7\",\"port\":8000,\"fingerprint\":\""
                + "0f".repeat(32)
                + "\",\"certificate_expires_at\":\"2036-01-02T03:04:05Z\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]"})
  void shouldAnswerOnEveryLoopbackName(String name) throws Exception {
    assertThat(text(send(name, "GET", "/health"))).isEqualTo("{\"status\":\"ok\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/api/pair",
    "HEAD,/api/pair",
    "PUT,/api/pair",
    "OPTIONS,/api/pair",
    "POST,/health",
    "POST,/api/connection-info"
  })
  void shouldRefuseOtherMethods(String method, String path) throws Exception {
    HttpResponse<byte[]> response = send("127.0.0.1", method, path);

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("allow")).isPresent();
    assertThat(pairing.made).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api",
        "/api/",
        "/api/pair/",
        "/api/pair/status/",
        "/api/sessions/",
        "/notes.secret",
        "/parts",
        "/ws/signaling"
      })
  void shouldNotFind(String path) throws Exception {
    assertThat(send("127.0.0.1", "GET", path).statusCode()).isEqualTo(404);
  }

  private String status(String host, String... lines) throws IOException {
    try (RawPhone client = new RawPhone(listener.port())) {
      String more = lines.length == 0 ? "" : String.join("\r\n", lines) + "\r\n";
      String port = ":" + listener.port();
      String request = "POST /api/pair HTTP/1.1\r\n" + host + "\r\n" + more + "\r\n";
      return client.ask(request.replace(":PORT", port)).lines().findFirst().orElse("");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: evil.example",
        "Host: evil.example:PORT",
        "Host: 192.0.2.7:PORT",
        "Host: 127.0.0.1",
        "Host: 127.0.0.1:1",
        "Host: 127.0.0.1:PORT.evil.example",
        "Host: localhost.evil.example:PORT",
        "Host: ::1:PORT",
        "Host: 0.0.0.0:PORT",
        "Host: user@localhost:PORT",
        "Host:",
        "X-Host: localhost:PORT"
      })
  void shouldRefuseForeignHost(String host) throws Exception {
    assertThat(status(host)).matches("HTTP/1.1 40[03] .*");
    assertThat(pairing.made).isEmpty();
  }

  @Test
  void shouldRefuseTwoHosts() throws Exception {
    assertThat(status("Host: localhost:PORT", "Host: evil.example")).matches("HTTP/1.1 40[03] .*");
    assertThat(pairing.made).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: http://evil.example",
        "Origin: null",
        "Origin: https://localhost:PORT",
        "Origin: http://localhost",
        "Origin: http://localhost:PORT/",
        "Origin:",
        "Origin: http://localhost:PORT\r\nOrigin: http://evil.example"
      })
  void shouldRefuseForeignOrigin(String origin) throws Exception {
    assertThat(status("Host: localhost:PORT", origin)).startsWith("HTTP/1.1 403 ");
    assertThat(pairing.made).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "LOCALHOST"})
  void shouldAcceptOwnHostAndOrigin(String name) throws Exception {
    assertThat(
            status(
                "Host: " + name + ":PORT",
                "Origin: http://" + name.toLowerCase(Locale.ROOT) + ":PORT",
                "X-Contop: 1"))
        .startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: http://localhost:PORT",
        "Origin: http://localhost:PORT\r\nX-Contop: 0",
        "Sec-Fetch-Site: none",
        "Sec-Fetch-Site: same-origin",
        "Sec-Fetch-Site: cross-site\r\nX-Contop: 1",
        "Sec-Fetch-Site: same-site\r\nX-Contop: 1",
        "Sec-Fetch-Site: same-origin\r\nSec-Fetch-Site: same-origin\r\nX-Contop: 1",
        "X-Forwarded-For: 127.0.0.1",
        "Forwarded: for=127.0.0.1",
        "Via: 1.1 proxy"
      })
  void shouldRefuseWhatAFormOrAnotherSiteOrAProxySends(String header) throws Exception {
    assertThat(status("Host: localhost:PORT", header)).startsWith("HTTP/1.1 403 ");
    assertThat(pairing.made).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Caller.class,
      names = {"FOREIGN", "UNKNOWN"})
  void shouldRefuseOtherUsersWithoutTheSecret(Caller other) throws Exception {
    // Given
    caller = other;
    String wrong = "Authorization: Bearer " + "t".repeat(43);

    // When, Then
    for (String line : List.of("Accept: */*", wrong, "Authorization: " + SECRET.value())) {
      assertThat(status("Host: localhost:PORT", line)).startsWith("HTTP/1.1 401 ");
    }
    assertThat(status("Host: localhost:PORT", wrong, wrong)).startsWith("HTTP/1.1 401 ");
    assertThat(send("127.0.0.1", "GET", "/api/connection-info").statusCode()).isEqualTo(401);
    assertThat(send("127.0.0.1", "GET", "/anything").statusCode()).isEqualTo(401);
    assertThat(pairing.made).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Caller.class)
  void shouldHearWhoeverHasTheSecret(Caller any) throws Exception {
    caller = any;

    assertThat(status("Host: localhost:PORT", "Authorization: Bearer " + SECRET.value()))
        .startsWith("HTTP/1.1 200 ");
  }

  @Test
  void shouldTellAnybodyHereThatItIsWell() throws Exception {
    caller = Caller.FOREIGN;

    assertThat(send("127.0.0.1", "GET", "/health").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldSurviveManyRequestsAtOnce() {
    // When more come at once than wait their turn
    var answers =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    Browser.HTTP.sendAsync(
                        HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + listener.port() + "/api/pair"))
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                        HttpResponse.BodyHandlers.discarding()))
            .toList();

    // Then each is answered, with a code or with "later"
    assertThat(answers.stream().map(answer -> answer.join().statusCode()))
        .allMatch(status -> status == 200 || status == 503)
        .contains(200);
  }

  @Test
  void shouldNotListenBeyondLoopback() throws Exception {
    for (var networks = NetworkInterface.networkInterfaces().iterator(); networks.hasNext(); ) {
      for (var address : networks.next().inetAddresses().toList()) {
        if (!address.isLoopbackAddress()) {
          assertThat(reaches(address)).isFalse();
        }
      }
    }
  }

  private boolean reaches(InetAddress address) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, listener.port()), 2_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
