package dev.contop.signaling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.door.OriginRule;
import dev.contop.domain.limits.Ticks;
import dev.contop.wire.SignalingCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** T93, T94: the network sees the page, health and signaling, and nothing else. */
@Timeout(30)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicHttpTest {

  private final Phones phones = new Phones();
  private final PublicListener listener =
      new PublicListener(
          "127.0.0.1",
          0,
          Listening.PAGE,
          phones,
          new SignalingCodec(),
          () -> Ticks.ZERO,
          PublicLimits.standard(),
          OriginRule.OWN_ONLY);

  @BeforeAll
  void start() throws StartFailed {
    listener.start();
  }

  @AfterAll
  void stop() {
    listener.stop();
  }

  private HttpResponse<String> send(String method, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listener.port() + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return Browser.HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** The first line of the answer to a request that a proper client would not make. */
  private String raw(String request) throws IOException {
    try (RawPhone phone = new RawPhone(listener.port())) {
      return phone.ask(request).lines().findFirst().orElse("");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/,text/html; charset=utf-8,test page",
    "/index.html,text/html; charset=utf-8,test page",
    "/app.js,text/javascript; charset=utf-8,test page",
    "/parts/style.css,text/css; charset=utf-8,body",
    "/health,application/json; charset=utf-8,ok"
  })
  void shouldServe(String path, String type, String content) throws Exception {
    HttpResponse<String> response = send("GET", path);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).contains(type);
    assertThat(response.body()).contains(content);
  }

  @Test
  void shouldSayThatItIsWell() throws Exception {
    assertThat(send("GET", "/health").body()).isEqualTo("{\"status\":\"ok\"}");
  }

  @Test
  void shouldAnswerHeadWithoutBody() throws Exception {
    HttpResponse<String> response = send("HEAD", "/app.js");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-length")).contains("26");
    assertThat(response.body()).isEmpty();
  }

  @Test
  void shouldNotSendWhatBrowserHas() throws Exception {
    // Given
    HttpResponse<String> first = send("GET", "/app.js");
    String tag = first.headers().firstValue("etag").orElseThrow();
    assertThat(first.headers().firstValue("cache-control")).contains("no-cache");

    // When
    HttpResponse<String> second =
        Browser.HTTP.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listener.port() + "/app.js"))
                .header("If-None-Match", tag)
                .build(),
            HttpResponse.BodyHandlers.ofString());

    // Then
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "gzip, deflate, br", "br;q=1.0, GZIP;q=0.5", "deflate,gzip;q=x"})
  void shouldPackFilesForWhoTakesIt(String accepted) throws Exception {
    // When
    HttpResponse<byte[]> response = file(accepted);

    // Then
    assertThat(response.headers().firstValue("content-encoding")).contains("gzip");
    assertThat(response.headers().firstValue("vary")).contains("Accept-Encoding");
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
      assertThat(new String(unpacked.readAllBytes(), UTF_8)).contains("test page");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip;q=0", "deflate, gzip;q=0.000", "x-gzip", "*;q=0", ""})
  void shouldSendFilesAsTheyAreToWhoDoesNot(String accepted) throws Exception {
    // When
    HttpResponse<byte[]> response = file(accepted);

    // Then
    assertThat(response.headers().firstValue("content-encoding")).isEmpty();
    assertThat(response.headers().firstValue("vary")).contains("Accept-Encoding");
    assertThat(new String(response.body(), UTF_8)).contains("test page");
  }

  private HttpResponse<byte[]> file(String accepted) throws Exception {
    return Browser.HTTP.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listener.port() + "/app.js"))
            .header("Accept-Encoding", accepted)
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/health", "/nothing", "/ws/signaling", "/app.js"})
  void shouldSendSecurityHeaders(String path) throws Exception {
    var headers = send("GET", path).headers();
    String port = Integer.toString(listener.port());

    assertThat(headers.firstValue("content-security-policy").orElseThrow())
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; ")
        .contains(
            "connect-src 'self' ws://127.0.0.1:PORT wss://127.0.0.1:PORT; ".replace("PORT", port))
        .contains("; media-src 'self' blob: mediastream:; ")
        .doesNotContain("unsafe", "*")
        .endsWith("base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
    assertThat(headers.firstValue("referrer-policy")).contains("no-referrer");
    assertThat(headers.firstValue("x-frame-options")).contains("DENY");
    assertThat(headers.firstValue("cross-origin-resource-policy")).contains("same-origin");
    assertThat(headers.firstValue("permissions-policy").orElseThrow()).contains("camera=()");
    assertThat(headers.firstValue("server")).isEmpty();
    assertThat(headers.firstValue("x-powered-by")).isEmpty();
  }

  @Test
  void shouldSendSecurityHeadersWithUpgradeToo() throws Exception {
    try (RawPhone phone = new RawPhone(listener.port())) {
      String head = phone.ask(RawPhone.handshake("/ws/signaling?token=x"));

      assertThat(head).startsWith("HTTP/1.1 101 ").containsIgnoringCase("nosniff");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a; script-src *", "a b", "", "*", "'unsafe-inline'", "a,b", "[::1"})
  void shouldTakeNothingOddFromTheHostIntoThePolicy(String host) throws Exception {
    try (RawPhone phone = new RawPhone(listener.port())) {
      String head = phone.ask("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n");

      assertThat(head).doesNotContain("ws:", "unsafe", "*");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://evil.example,403",
    "null,403",
    "http://desk.example:1,403",
    "http://desk.example,101",
    "HTTP://DESK.example:80,101"
  })
  void shouldLetNoPageOfAnotherSiteOpenTheSocket(String origin, int status) throws Exception {
    String request =
        RawPhone.handshake("/ws/signaling?token=x")
            .replace("\r\n\r\n", "\r\nOrigin: " + origin + "\r\n\r\n");

    assertThat(raw(request)).startsWith("HTTP/1.1 " + status + " ");
  }

  @Test
  void shouldLetNoPageOpenTheSocketWithTwoOrigins() throws Exception {
    String own = "\r\nOrigin: http://desk.example";

    assertThat(
            raw(
                RawPhone.handshake("/ws/signaling?token=x")
                    .replace("\r\n\r\n", own + own + "\r\n\r\n")))
        .startsWith("HTTP/1.1 403 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/parts",
        "/parts/",
        "/notes.secret",
        "/ws",
        "/ws/signaling/",
        "/WS/SIGNALING",
        "/api/pair",
        "/api/connection-info",
        "/api/devices",
        "/health/"
      })
  void shouldNotFind(String path) throws Exception {
    HttpResponse<String> response = send("GET", path);

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("\"code\":\"not_found\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../outside.txt",
        "/parts/../../outside.txt",
        "/%2e%2e/outside.txt",
        "/%2e%2e%2foutside.txt",
        "/..%5coutside.txt",
        "/..\\outside.txt",
        "//outside.txt",
        "/./../outside.txt",
        "/..;/outside.txt",
        "/parts/..%00/../outside.txt",
        "/%252e%252e/outside.txt",
        "/.../outside.txt",
        "/index.html%00.js",
        "/.hidden.txt",
        "/dev/contop/signaling/PublicListener.class",
        "http://127.0.0.1/../outside.txt"
      })
  void shouldServeNothingOutsideThePage(String path) throws Exception {
    assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n")).matches("HTTP/1.1 40[034] .*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "NONE"})
  void shouldRefuseOtherMethods(String method) throws Exception {
    for (String path : new String[] {"/", "/health", "/ws/signaling", "/nothing", "/api/pair"}) {
      assertThat(raw(method + " " + path + " HTTP/1.1\r\nHost: a\r\n\r\n"))
          .startsWith("HTTP/1.1 405 ");
    }
  }

  @Test
  void shouldAskForUpgrade() throws Exception {
    HttpResponse<String> response = send("GET", "/ws/signaling");

    assertThat(response.statusCode()).isEqualTo(426);
    assertThat(response.headers().firstValue("upgrade")).contains("websocket");
  }

  @Test
  void shouldRefuseOldWebSocketVersions() throws Exception {
    assertThat(
            raw(
                RawPhone.handshake("/ws/signaling")
                    .replace("Sec-WebSocket-Version: 13", "Sec-WebSocket-Version: 7")))
        .startsWith("HTTP/1.1 426 ");
  }

  @Test
  void shouldBoundHeaders() throws Exception {
    String big = "X-Big: " + "x".repeat(20_000) + "\r\n";
    String many = "X-Many: y\r\n".repeat(80);
    String longPath = "/" + "p".repeat(20_000);

    assertThat(raw("GET / HTTP/1.1\r\nHost: a\r\n" + big + "\r\n")).doesNotContain(" 200 ");
    assertThat(raw("GET / HTTP/1.1\r\nHost: a\r\n" + many + "\r\n")).doesNotContain(" 200 ");
    assertThat(raw("GET " + longPath + " HTTP/1.1\r\nHost: a\r\n\r\n")).doesNotContain(" 200 ");
    assertThat(raw("GET / HTTP/1.1\r\nHost: a\r\n\r\n")).contains(" 200 ");
  }

  @Test
  void shouldBoundBodies() throws Exception {
    assertThat(raw("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000000\r\n\r\n"))
        .doesNotContain(" 500 ");
    assertThat(raw("GET / HTTP/1.1\r\nHost: a\r\n\r\n")).contains(" 200 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n\r\n",
        "GET\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "\u0000\u0001\u0002\u0003\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
        "GET / HTTP/1.1\r\nHost a\r\n\r\n"
      })
  void shouldSurviveNonsense(String nonsense) throws Exception {
    try (RawPhone phone = new RawPhone(listener.port())) {
      phone.write(nonsense.getBytes(StandardCharsets.ISO_8859_1));
    }
    assertThat(send("GET", "/health").statusCode()).isEqualTo(200);
  }
}
