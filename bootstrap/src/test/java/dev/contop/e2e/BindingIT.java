package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A real page, a real host, and somebody between them (T2, T82, T96). */
@Timeout(180)
class BindingIT {

  private static final Pattern FINGERPRINT =
      Pattern.compile("(?<=a=fingerprint:sha-256 )[0-9A-F:]{95}");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final UnaryOperator<String> AS_IT_IS = UnaryOperator.identity();

  @Test
  void shouldConnectThePageWithoutItsTokenEverCrossingTheWire() throws Exception {
    try (Rig rig = Rig.start("proof", 1280, 720, "--legacy-token", "off");
        Relay relay = Relay.before(rig.host.port())) {
      // When
      String link = rig.host.link();
      rig.phone.visit(relay.link(link)).awaitState("live").awaitPicture();

      // Then
      assertThat(relay.toPhone()).anyMatch(text -> text.startsWith("{\"type\":\"challenge\""));
      assertThat(offer(relay)).contains("\"proof\"");
      assertThat(relay.toHost()).anyMatch(text -> text.contains("?device=" + fact(link, "i")));
      assertThat(relay.toHost()).noneMatch(text -> text.contains(fact(link, "t")));
      assertThat(relay.toPhone()).noneMatch(text -> text.contains(fact(link, "t")));
      assertThat(rig.host.log()).doesNotContain(fact(link, "t"));
      assertThat(closeCode(rig.host, "token=" + fact(link, "t"), "")).isEqualTo(4001);
    }
  }

  @Test
  void shouldRefuseWhoeverExchangesCertificates() throws Exception {
    try (Rig rig = Rig.start("relay", 1280, 720);
        Relay relay = Relay.before(rig.host.port())) {
      String link = relay.link(rig.host.link());
      await().until(() -> udpSockets(rig.host.pid()).isEmpty());

      // When the relay puts its own fingerprint into the offer, and perhaps into the answer too
      for (UnaryOperator<String> answers : List.of(AS_IT_IS, BindingIT::exchanged)) {
        relay.changing(BindingIT::exchanged, answers);
        rig.phone.visit(link).awaitState("refused");

        // Then the host says no, and makes nothing for it
        assertThat(rig.phone.element("notice").getText())
            .contains("Pair again")
            .contains("something between this phone and the computer");
        assertThat(relay.toPhone()).noneMatch(text -> text.contains("\"type\":\"answer\""));
        assertThat(udpSockets(rig.host.pid())).isEmpty();
      }

      // When into the answer only
      relay.changing(AS_IT_IS, BindingIT::exchanged);
      rig.phone.visit(link).awaitState("fingerprint-mismatch");

      // Then the page says no
      assertThat(rig.phone.element("notice").getText())
          .contains("This is not the computer that showed the code");
      assertThat(rig.phone.script("return document.getElementById('screen').videoWidth"))
          .isEqualTo(0L);

      // When it leaves certificates alone, and the proofs not
      relay.changing(
          AS_IT_IS, text -> text.replaceAll("\"proof\":\"[0-9a-f]{8}", "\"proof\":\"00000000"));
      rig.phone.visit(link).awaitState("fingerprint-mismatch");
      assertThat(rig.phone.element("notice").getText()).contains("Something stands in between");
      relay.changing(text -> text.replaceAll("\"proof\":\"[0-9a-f]{64}\",", ""), AS_IT_IS);
      rig.phone.visit(link).awaitState("refused");

      // Then what was wrong was the relay alone
      relay.changing(AS_IT_IS, AS_IT_IS);
      rig.phone.visit(link).awaitState("live").awaitPicture();
      assertThat(udpSockets(rig.host.pid())).isNotEmpty();
    }
  }

  @Test
  void shouldRefuseAnOfferThatARelayHeardAndSaysAgain() throws Exception {
    try (Rig rig = Rig.start("replay", 1280, 720);
        Relay relay = Relay.before(rig.host.port())) {
      // Given
      String link = rig.host.link();
      rig.phone.visit(relay.link(link)).awaitState("live").awaitPicture();
      String heard = offer(relay);

      // When
      int known = closeCode(rig.host, "device=" + fact(link, "i"), heard);
      int unknown = closeCode(rig.host, "device=nobody", heard);

      // Then nothing tells the two apart, and the phone is not disturbed
      assertThat(known).isEqualTo(4001);
      assertThat(unknown).isEqualTo(known);
      assertThat(rig.phone.state()).isEqualTo("live");
    }
  }

  /** What somebody says who puts a certificate of its own in the place of the right one. */
  private static String exchanged(String text) {
    return FINGERPRINT.matcher(text).replaceAll("66" + ":66".repeat(31));
  }

  private static String offer(Relay relay) {
    return relay.toHost().stream()
        .filter(text -> text.startsWith("{\"type\":\"offer\""))
        .findFirst()
        .orElseThrow();
  }

  private static String fact(String link, String name) {
    Matcher fact = Pattern.compile("[#&]" + name + "=([^&]+)").matcher(link);
    if (!fact.find()) {
      throw new AssertionError("The link lacks " + name);
    }
    return fact.group(1);
  }

  /** How the host closes a socket that says {@code message}, if there is one, when challenged. */
  private static int closeCode(HostProcess host, String query, String message) throws Exception {
    CompletableFuture<Integer> closed = new CompletableFuture<>();
    WebSocket.Listener listener =
        new WebSocket.Listener() {
          @Override
          public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            socket.request(1);
            return socket.sendText(message, true);
          }

          @Override
          public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return CompletableFuture.completedFuture(code);
          }
        };
    HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .buildAsync(
            URI.create("ws://127.0.0.1:" + host.port() + "/ws/signaling?" + query), listener)
        .get(10, TimeUnit.SECONDS);
    return closed.get(10, TimeUnit.SECONDS);
  }

  /** The UDP sockets of a process: each of its peers has some. */
  private static Set<String> udpSockets(long pid) throws IOException {
    Set<String> udp = new HashSet<>();
    for (String table : List.of("udp", "udp6")) {
      for (String line : Files.readAllLines(Path.of("/proc/net", table))) {
        udp.add("socket:[" + SPACES.split(line.strip(), -1)[9] + "]");
      }
    }
    Set<String> own = new HashSet<>();
    try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      for (Path descriptor : open.toList()) {
        if (Files.isSymbolicLink(descriptor)) {
          own.add(Files.readSymbolicLink(descriptor).toString());
        }
      }
    }
    own.retainAll(udp);
    return own;
  }
}
