package dev.contop.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The public listener behind a certificate of its own, with real clients. */
@Timeout(120)
class TlsIT {

  /** A phone that only listens. */
  private static final class Listening implements WebSocket.Listener {
    final CompletableFuture<ByteBuffer> ponged = new CompletableFuture<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
      ponged.complete(message);
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.complete(code);
      return null;
    }
  }

  private static Path folder() throws IOException {
    Path artifacts = Files.createDirectories(Painted.artifacts());
    return Files.createTempDirectory(artifacts.toAbsolutePath(), "tls-");
  }

  private static HttpClient client(PemFiles trusted) throws Exception {
    return HttpClient.newBuilder()
        .sslContext(trusted.client())
        .version(HttpClient.Version.HTTP_1_1)
        .build();
  }

  private static HttpResponse<String> page(HttpClient client, HostProcess host) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("https://localhost:" + host.port() + "/")).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static WebSocket connect(HttpClient client, HostProcess host, WebSocket.Listener phone)
      throws Exception {
    String link = host.link();
    String token = link.substring(link.indexOf("#t=") + 3, link.indexOf("&d="));
    return client
        .newWebSocketBuilder()
        .buildAsync(
            URI.create("wss://localhost:" + host.port() + "/ws/signaling?token=" + token), phone)
        .get(20, TimeUnit.SECONDS);
  }

  @Test
  void shouldServePageAndSocketByTlsAloneAndTakeARenewedCertificate() throws Exception {
    Path work = folder();
    PemFiles first = PemFiles.make(work, "first");
    PemFiles second = PemFiles.make(work, "second");
    PemFiles served = new PemFiles(first.certificate(), first.key(), first.store());
    try (Rig rig = Rig.start("tls", 1280, 720, options(served))) {
      // Given
      HttpClient client = client(first);
      assertThat(rig.host.link()).startsWith("https://");
      assertThat(page(client, rig.host).body()).contains("<html");
      Listening phone = new Listening();
      WebSocket socket = connect(client, rig.host, phone);

      // When plain HTTP is tried
      try (RawSocket plain = new RawSocket("127.0.0.1", rig.host.port())) {
        // Then
        assertThat(plain.ask("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")).doesNotContain("HTTP/");
      }

      // When the files are replaced
      served.replaceWith(second);

      // Then new connections get the new certificate, and the old one goes on
      long began = System.nanoTime();
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .ignoreExceptions()
          .until(() -> page(client(second), rig.host).statusCode() == 200);
      System.out.printf(
          "tls: the renewed certificate was served after %d ms%n",
          Duration.ofNanos(System.nanoTime() - began).toMillis());
      socket.sendPing(ByteBuffer.wrap(new byte[] {7})).get(10, TimeUnit.SECONDS);
      assertThat(phone.ponged.get(10, TimeUnit.SECONDS).get(0)).isEqualTo((byte) 7);

      // When they are spoiled, then the last good one is kept
      Files.writeString(served.certificate(), "spoiled");
      Awaitility.await().until(() -> rig.host.log().contains("--tls-cert needs one in PEM"));
      assertThat(page(client(second), rig.host).statusCode()).isEqualTo(200);
      socket.abort();
    }
  }

  @Test
  void shouldShowTheDesktopOverTls() throws Exception {
    PemFiles files = PemFiles.make(folder(), "browser");
    try (Rig rig = Rig.start("tlspage", 1280, 720, options(files));
        PhoneBrowser phone =
            PhoneBrowser.open(
                390, 844, "WebRtcHideLocalIpsWithMdns", List.of("--ignore-certificate-errors"))) {
      phone.visit(rig.host.link()).awaitState("live").awaitPicture();

      assertThat(phone.script("return window.isSecureContext")).isEqualTo(true);
    }
  }

  @Test
  @Tag("alone")
  void shouldHangUpOnHalfAHandshakeOfTls() throws Exception {
    PemFiles files = PemFiles.make(folder(), "half");
    String[] options = options(files);
    String[] more = java.util.Arrays.copyOf(options, options.length + 2);
    more[options.length] = "--handshake-within";
    more[options.length + 1] = "1s";
    try (Rig rig = Rig.start("tlshalf", 1280, 720, more)) {
      for (String half :
          List.of("", "\u0016\u0003\u0001", "\u0016\u0003\u0001\u0002\u0000\u0001")) {
        long began = System.nanoTime();
        try (RawSocket socket = new RawSocket("127.0.0.1", rig.host.port())) {
          assertThat(socket.ask(half)).isEmpty();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
      }
      assertThat(page(client(files), rig.host).statusCode()).isEqualTo(200);
    }
  }

  private static String[] options(PemFiles files) {
    return new String[] {
      "--tls-cert", files.certificate().toString(), "--tls-key", files.key().toString()
    };
  }
}
