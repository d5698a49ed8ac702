package dev.contop.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.pairing.PairingRefused;
import dev.contop.domain.door.Caller;
import dev.contop.domain.door.Secret;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.session.Glance;
import dev.contop.wire.AuditLines;
import dev.contop.wire.PairingCodec;
import dev.contop.wire.SessionGlances;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** T93, T94 over real sockets: the dashboard, and what it asks for. */
@Timeout(30)
class DeskOnRequestTest {

  private static final DeviceId PHONE = new DeviceId("phone");
  private static final Secret SECRET = new Secret("s".repeat(43));

  private volatile Caller caller = Caller.OWN;
  private final ListedForTest listed = new ListedForTest();
  private final AdminListener listener =
      new AdminListener(
          0,
          ListedForTest.PAGES,
          listed.uses(
              request -> {
                throw new PairingRefused("Nobody.");
              }),
          new PairingCodec(),
          (client, clientPort, here, herePort) -> caller,
          SECRET);

  @BeforeEach
  void start() throws StartFailed {
    listed.glances.put(
        PHONE, new Glance(Glance.Presence.CONNECTED, Optional.empty(), List.of(), false, 0));
    listener.start();
  }

  @AfterEach
  void stop() {
    listener.stop();
  }

  private HttpResponse<String> send(String method, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listener.port() + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return Browser.HTTP.send(
        request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  @Test
  void shouldShowTheSessions() throws Exception {
    HttpResponse<String> answer = send("GET", "/api/sessions");

    assertThat(answer.body()).isEqualTo(SessionGlances.write(listed.glances));
    assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
  }

  @Test
  void shouldStopWhatRuns() throws Exception {
    HttpResponse<String> answer = send("POST", "/api/sessions/stop?device_id=phone");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"device_id\":\"phone\",\"stopping\":true}");
    assertThat(listed.deeds).containsExactly("stop phone");
  }

  @Test
  void shouldSayNoToAQuestion() throws Exception {
    HttpResponse<String> answer =
        send("POST", "/api/confirmations/reject?device_id=phone&request_id=c2a9%20x");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo("{\"device_id\":\"phone\",\"request_id\":\"c2a9 x\",\"rejecting\":true}");
    assertThat(listed.deeds).containsExactly("reject phone c2a9 x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/sessions/stop?device_id=nobody",
        "/api/confirmations/reject?device_id=nobody&request_id=r"
      })
  void shouldSayThatThereIsNoSuchSession(String path) throws Exception {
    HttpResponse<String> answer = send("POST", path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("\"no_session\"", "nothing of it runs");
  }

  @Test
  void shouldShowTheEndOfTheAuditLog() throws Exception {
    // Given
    IntStream.rangeClosed(1, 60).forEach(seq -> listed.audit.add("{\"seq\":" + seq + "}"));

    // Then
    assertThat(send("GET", "/api/audit?last=2").body())
        .isEqualTo("{\"lines\":[{\"seq\":59},{\"seq\":60}],\"unreadable\":0}");
    assertThat(send("GET", "/api/audit").body())
        .isEqualTo(AuditLines.write(listed.audit.subList(10, 60)));
  }

  @Test
  void shouldSayThatTheAuditLogCannotBeRead() throws Exception {
    // Given
    listed.auditFails = true;

    // When
    HttpResponse<String> answer = send("GET", "/api/audit");

    // Then
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body())
        .contains("\"audit_unreadable\"", "The audit log cannot be read")
        .doesNotContain("disk");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/audit?last=0",
        "GET /api/audit?last=201",
        "GET /api/audit?last=",
        "GET /api/audit?last=ten",
        "GET /api/audit?last=1&last=2",
        "POST /api/sessions/stop",
        "POST /api/sessions/stop?device_id=..%2f",
        "POST /api/confirmations/reject?device_id=phone",
        "POST /api/confirmations/reject?device_id=phone&request_id=",
        "POST /api/confirmations/reject?request_id=r",
        "POST /api/confirmations/reject?device_id=phone&request_id=a&request_id=b"
      })
  void shouldRefuseBadParameters(String request) throws Exception {
    // When
    HttpResponse<String> answer =
        send(request.substring(0, request.indexOf(' ')), request.substring(request.indexOf('/')));

    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"bad_request\"");
    assertThat(listed.deeds).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/api/sessions/stop,POST",
    "GET,/api/confirmations/reject,POST",
    "POST,/api/sessions,GET",
    "DELETE,/api/audit,GET",
    "POST,/,'GET, HEAD'",
    "DELETE,/index.html,'GET, HEAD'"
  })
  void shouldNameTheMethodsThereAre(String method, String path, String allowed) throws Exception {
    HttpResponse<String> answer = send(method, path);

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("allow")).contains(allowed);
    assertThat(listed.deeds).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /api/sessions/stop?device_id=phone",
        "POST /api/confirmations/reject?device_id=phone&request_id=r"
      })
  void shouldWantFromBrowsersAHeaderThatAFormCannotSend(String request) throws Exception {
    String path = request.substring(request.indexOf('/'));

    assertThat(send("POST", path, "Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(403);
    assertThat(listed.deeds).isEmpty();
    assertThat(send("POST", path, "Sec-Fetch-Site", "same-origin", "X-Contop", "1").statusCode())
        .isEqualTo(200);
  }

  @Test
  void shouldShowTheDashboardToAnybodyHereAndWhatIsInItToTheOwnerAlone() throws Exception {
    // Given
    caller = Caller.FOREIGN;

    // Then
    assertThat(send("GET", "/").statusCode()).isEqualTo(200);
    assertThat(send("HEAD", "/").body()).isEmpty();
    assertThat(send("GET", "/app.js").headers().firstValue("content-type").orElseThrow())
        .startsWith("text/javascript");
    assertThat(send("GET", "/").headers().firstValue("content-security-policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    for (String path : List.of("/api/sessions", "/api/audit", "/api/devices", "/api/qr-image")) {
      assertThat(send("GET", path).statusCode()).as(path).isEqualTo(401);
    }
    assertThat(send("POST", "/api/sessions/stop?device_id=phone").statusCode()).isEqualTo(401);
    assertThat(listed.deeds).isEmpty();
    assertThat(
            send("GET", "/api/sessions", "Authorization", "Bearer " + SECRET.value()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void shouldNotShowTheDashboardToPagesOfOtherSites() throws Exception {
    assertThat(send("GET", "/", "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
    assertThat(send("GET", "/", "Origin", "http://evil.example").statusCode()).isEqualTo(403);
  }
}
