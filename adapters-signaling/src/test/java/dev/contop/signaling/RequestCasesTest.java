package dev.contop.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * Requests that no browser sends, from a plain socket: smuggled ones, half ones, odd ones (RFC
 * 9112).
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestCasesTest {

  /**
   * One case.
   *
   * @param expected the status codes of all answers that come, in their order, with {@code cut} at
   *     the end where the host hangs up by itself
   */
  private record Case(String name, String expected, String bytes) {}

  /** After so long without a further answer there is none. */
  private static final int QUIET_MILLIS = 500;

  private static final String HOST = "Host: desk.example\r\n";
  private static final String NEXT = "GET /health HTTP/1.1\r\n" + HOST + "\r\n";

  private final Phones phones = new Phones();
  private final List<Listening> listening = new ArrayList<>();

  @BeforeAll
  void start() throws StartFailed {
    listening.add(Listening.with(phones));
  }

  @AfterAll
  void stop() {
    listening.forEach(Listening::close);
  }

  private static String request(String line, String... headers) {
    return line
        + " HTTP/1.1\r\n"
        + HOST
        + String.join("\r\n", headers)
        + (headers.length == 0 ? "\r\n" : "\r\n\r\n");
  }

  private static String handshake(String from, String to) {
    return RawPhone.handshake("/ws/signaling?token=" + Phones.GOOD).replace(from, to);
  }

  private static List<Case> cases() {
    String smuggled = "GET /smuggled HTTP/1.1\r\n" + HOST + "\r\n";
    return List.of(
        // Smuggling: whatever the host makes of it, it never answers what hides in a body.
        new Case(
            "a length and chunks",
            "400 cut",
            request("POST /", "Content-Length: 5", "Transfer-Encoding: chunked")
                + "0\r\n\r\n"
                + smuggled),
        new Case(
            "chunks and a length",
            "400 cut",
            request("POST /", "Transfer-Encoding: chunked", "Content-Length: 5")
                + "0\r\n\r\n"
                + smuggled),
        new Case(
            "two lengths",
            "400 cut",
            request("POST /", "Content-Length: 0", "Content-Length: " + smuggled.length())
                + smuggled),
        new Case(
            "two lengths in one header",
            "400 cut",
            request("POST /", "Content-Length: 0, " + smuggled.length()) + smuggled),
        new Case("a negative length", "400 cut", request("POST /", "Content-Length: -1")),
        new Case("a signed length", "400 cut", request("POST /", "Content-Length: +0") + smuggled),
        new Case("a length in hex", "400 cut", request("POST /", "Content-Length: 0x10")),
        new Case(
            "chunks twice",
            "400 cut",
            request("POST /", "Transfer-Encoding: chunked, chunked") + "0\r\n\r\n" + smuggled),
        new Case(
            "an encoding nobody knows",
            "400 cut",
            request("POST /", "Transfer-Encoding: xchunked") + "0\r\n\r\n" + smuggled),
        new Case(
            "a folded header is joined to its line, so that it hides nothing",
            "405 404",
            request("POST /", "X-Odd: a", " Content-Length: 0") + smuggled),
        new Case(
            "a blank before the colon",
            "400 cut",
            request("POST /", "Content-Length : " + smuggled.length()) + smuggled),
        new Case("a header without a name", "400 cut", request("GET /health", ": x")),
        new Case("a header with NUL", "400 cut", request("GET /health", "X-Odd: a\u0000b")),
        new Case("bare line feeds", "400 cut", "GET /health HTTP/1.1\nHost: desk.example\n\n"),
        new Case("a bare carriage return", "400 cut", "GET /health HTTP/1.1\rHost: a\r\r"),
        new Case(
            "a body of a request that has none",
            "405",
            request("POST /", "Content-Length: 2") + "ab"),

        // Requests in a row.
        new Case("two at once", "200 200", NEXT + NEXT),
        new Case("ten at once", "200 ".repeat(10).strip(), NEXT.repeat(10)),
        new Case("the wish to end", "200 cut", request("GET /health", "Connection: close") + NEXT),
        new Case("HTTP/1.0", "200 cut", "GET /health HTTP/1.0\r\n\r\n"),
        new Case("HTTP/0.9", "400 cut", "GET /health\r\n\r\n"),
        new Case("HTTP/2 without asking", "400 cut", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        new Case("HTTP/1.2 is answered as 1.1", "200", "GET /health HTTP/1.2\r\n" + HOST + "\r\n"),
        new Case("no host", "400 cut", "GET /health HTTP/1.1\r\n\r\n"),
        new Case("two hosts", "400 cut", "GET /health HTTP/1.1\r\n" + HOST + HOST + "\r\n"),

        // Too much.
        new Case(
            "a header of 20000 bytes",
            "400 cut",
            request("GET /health", "X: " + "x".repeat(20_000))),
        new Case(
            "80 headers",
            "400 cut",
            "GET /health HTTP/1.1\r\n" + HOST + "X: y\r\n".repeat(80) + "\r\n"),
        new Case("a path of 20000 bytes", "400 cut", request("GET /" + "x".repeat(20_000))),
        new Case("100 parameters", "400 cut", request("GET /health?" + "a=b&".repeat(100))),

        // Paths.
        new Case("dots", "404", request("GET /../outside.txt")),
        new Case("dots in hex", "404", request("GET /%2e%2e/outside.txt")),
        new Case("a slash in hex", "404", request("GET /..%2foutside.txt")),
        new Case("dots in hex twice", "404", request("GET /%252e%252e/outside.txt")),
        new Case("backslashes", "400 cut", request("GET /..\\outside.txt")),
        new Case("backslashes in hex", "404", request("GET /..%5coutside.txt")),
        new Case("NUL in the path", "400 cut", request("GET /index.html\u0000.txt")),
        new Case("NUL in hex", "404", request("GET /index.html%00.txt")),
        new Case("an overlong slash", "404", request("GET /..%c0%afoutside.txt")),
        new Case("a broken escape", "400 cut", request("GET /%zz")),
        new Case("another scheme", "400 cut", request("GET file:///etc/passwd")),
        new Case("the whole address", "200", request("GET http://desk.example/health")),
        new Case(
            "the whole address of another host",
            "400 cut",
            request("GET http://other.example/health")),
        new Case("an asterisk", "400 cut", request("GET *")),
        new Case("no slash", "400 cut", request("GET health")),

        // Methods.
        new Case("PUT", "405", request("PUT /index.html", "Content-Length: 0")),
        new Case("DELETE", "405", request("DELETE /index.html")),
        new Case("TRACE, which would tell headers back", "405", request("TRACE /", "X-Secret: a")),
        new Case(
            "CONNECT, which would make a proxy of it",
            "400 cut",
            request("CONNECT other.example:443")),
        new Case(
            "a method in small letters is taken for the one in large ones, harmlessly",
            "200",
            request("get /health")),
        new Case(
            "another method by header",
            "200",
            request("GET /health", "X-HTTP-Method-Override: DELETE")),

        // Handshakes.
        new Case("a handshake", "101", handshake("", "")),
        new Case("WebSocket version 8", "426", handshake("Version: 13", "Version: 8")),
        new Case("no version", "426", handshake("Sec-WebSocket-Version: 13\r\n", "")),
        new Case("no key", "426", handshake("Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n", "")),
        new Case("a short key", "426", handshake("AAAAAAAAAAAAAAAAAAAAAA==", "AAAA")),
        new Case("a key that is none", "426", handshake("AAAAAAAAAAAAAAAAAAAAAA==", "!!!!")),
        new Case("an upgrade to something else", "426", handshake("websocket", "h2c")),
        new Case("an upgrade not asked for", "426", handshake("Connection: Upgrade\r\n", "")),
        new Case("a handshake by POST", "405", handshake("GET ", "POST ")),
        new Case("a handshake in HTTP/1.0", "426 cut", handshake("HTTP/1.1", "HTTP/1.0")),
        new Case("a handshake elsewhere", "404", handshake("/ws/signaling", "/ws/other")));
  }

  /** The status codes of all answers, until the host is silent or hangs up. */
  private static String outcome(RawPhone client, String bytes) throws IOException {
    List<String> answers = new ArrayList<>();
    client.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    try {
      for (String head = client.head(); !head.isEmpty(); head = client.head()) {
        client.patience(QUIET_MILLIS);
        answers.add(head.substring(9, 12));
        if (head.startsWith("HTTP/1.1 101")) {
          return String.join(" ", answers);
        }
        client.skip(RawPhone.length(head));
      }
      answers.add("cut");
    } catch (java.net.SocketTimeoutException silent) {
      assertThat(answers).as("answers before the silence").isNotEmpty();
    } catch (java.net.SocketException reset) {
      answers.add("cut");
    }
    return String.join(" ", answers);
  }

  @TestFactory
  Stream<DynamicTest> shouldAnswerWhatItUnderstandsAndNothingElse() {
    return cases().stream()
        .map(
            each ->
                dynamicTest(
                    each.name() + ": " + each.expected(),
                    () -> {
                      try (RawPhone client = new RawPhone(listening.get(0).port())) {
                        assertThat(outcome(client, each.bytes())).isEqualTo(each.expected());
                      }
                    }));
  }

  @Test
  void shouldHaveCasesEnough() {
    assertThat(cases()).hasSizeGreaterThan(40);
  }
}
