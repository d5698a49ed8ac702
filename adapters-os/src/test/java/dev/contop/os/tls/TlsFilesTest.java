package dev.contop.os.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates from files, over real handshakes. */
@Timeout(60)
class TlsFilesTest {

  private static final Duration NEVER = Duration.ofHours(1);

  @TempDir private Path folder;

  private Path certificate() {
    return folder.resolve("cert.pem");
  }

  private Path key() {
    return folder.resolve("key.pem");
  }

  private void write(MadePair pair) throws Exception {
    pair.writeCertificate(certificate());
    pair.writeKey(key());
  }

  /** Looks at the files when it is told that they changed, and never else. */
  private TlsFiles open() throws TlsUnusable {
    return TlsFiles.open(certificate(), key(), Instant::now, NEVER);
  }

  /** What a client that trusts {@code known} alone is shown. */
  private static X509Certificate shown(TlsFiles files, X509Certificate known) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("known", known);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext client = SSLContext.getInstance("TLS");
    client.init(null, trust.getTrustManagers(), null);
    InetAddress here = InetAddress.getLoopbackAddress();
    try (SSLServerSocket listener =
            (SSLServerSocket)
                files.context().getServerSocketFactory().createServerSocket(0, 1, here);
        SSLSocket socket =
            (SSLSocket) client.getSocketFactory().createSocket(here, listener.getLocalPort())) {
      CompletableFuture<Integer> served =
          CompletableFuture.supplyAsync(
              () -> {
                try (SSLSocket accepted = (SSLSocket) listener.accept()) {
                  return accepted.getInputStream().read();
                } catch (java.io.IOException failed) {
                  return -1;
                }
              });
      socket.setSoTimeout(10_000);
      socket.startHandshake();
      socket.getOutputStream().write(7);
      assertThat(served.get(10, TimeUnit.SECONDS)).isEqualTo(7);
      return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }
  }

  @ParameterizedTest
  @CsvSource({"EC,false", "EC,true", "RSA,false", "RSA,true"})
  void shouldServeWhatTheFilesHold(String algorithm, boolean old) throws Exception {
    MadePair pair = MadePair.of(algorithm);
    write(pair);
    if (old) {
      pair.writeOldKey(key());
    }

    try (TlsFiles files = open()) {
      assertThat(shown(files, pair.certificate())).isEqualTo(pair.certificate());
    }
  }

  @Test
  void shouldServeTheNextOneWhenTheFilesChange() throws Exception {
    // Given
    MadePair first = MadePair.of("EC");
    MadePair second = MadePair.of("RSA");
    write(first);
    try (TlsFiles files = open()) {
      assertThat(shown(files, first.certificate())).isEqualTo(first.certificate());

      // When one file changes, and then the other, as happens
      Path next = folder.resolve("next.pem");
      second.writeCertificate(next);
      Files.move(next, certificate(), StandardCopyOption.REPLACE_EXISTING);
      await().pollDelay(Duration.ofMillis(300)).until(() -> true);
      X509Certificate between = shown(files, first.certificate());
      second.writeKey(key());

      // Then what fits together is served all the time
      assertThat(between).isEqualTo(first.certificate());
      await()
          .ignoreExceptions()
          .until(() -> shown(files, second.certificate()).equals(second.certificate()));
    }
  }

  @Test
  void shouldKeepWhatItHasWhenTheFilesAreSpoiled() throws Exception {
    MadePair first = MadePair.of("EC");
    write(first);
    try (TlsFiles files = open()) {
      // When
      Files.writeString(certificate(), "spoiled");
      Files.delete(key());
      await().pollDelay(Duration.ofMillis(300)).until(() -> true);

      // Then
      assertThat(shown(files, first.certificate())).isEqualTo(first.certificate());
      MadePair second = MadePair.of("EC");
      write(second);
      await()
          .ignoreExceptions()
          .until(() -> shown(files, second.certificate()).equals(second.certificate()));
    }
  }

  private static void lay(MadePair pair, Path place) throws Exception {
    pair.writeCertificate(place.resolve("cert.pem"));
    pair.writeKey(place.resolve("key.pem"));
  }

  @Test
  void shouldFollowALinkThatIsExchanged() throws Exception {
    // Given, as tools that renew certificates lay them down
    MadePair first = MadePair.of("EC");
    MadePair second = MadePair.of("EC");
    lay(first, Files.createDirectory(folder.resolve("1")));
    lay(second, Files.createDirectory(folder.resolve("2")));
    Path current = Files.createSymbolicLink(folder.resolve("current"), Path.of("1"));
    Files.createSymbolicLink(certificate(), Path.of("current", "cert.pem"));
    Files.createSymbolicLink(key(), Path.of("current", "key.pem"));
    try (TlsFiles files = open()) {
      assertThat(shown(files, first.certificate())).isEqualTo(first.certificate());

      // When
      Path next = Files.createSymbolicLink(folder.resolve("next"), Path.of("2"));
      Files.move(next, current, StandardCopyOption.ATOMIC_MOVE);

      // Then
      await()
          .ignoreExceptions()
          .until(() -> shown(files, second.certificate()).equals(second.certificate()));
    }
  }

  @Test
  void shouldLookNowAndThenWhereNobodyTellsOfAChange() throws Exception {
    // Given files in a folder that is not watched
    MadePair first = MadePair.of("EC");
    MadePair second = MadePair.of("EC");
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    lay(first, elsewhere);
    Files.createSymbolicLink(certificate(), elsewhere.resolve("cert.pem"));
    Files.createSymbolicLink(key(), elsewhere.resolve("key.pem"));
    try (TlsFiles files =
        TlsFiles.open(certificate(), key(), Instant::now, Duration.ofMillis(50))) {
      // When
      lay(second, elsewhere);

      // Then
      await()
          .ignoreExceptions()
          .until(() -> shown(files, second.certificate()).equals(second.certificate()));
    }
  }

  @Test
  void shouldLeaveNoThreadBehind() throws Exception {
    write(MadePair.of("EC"));
    open().close();

    await()
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("tls-files")));
  }

  private String refused() {
    Throwable thrown = catchThrowable(() -> open().close());
    assertThat(thrown).isInstanceOf(TlsUnusable.class);
    String said = String.valueOf(thrown.getMessage());
    assertThat(said.lines()).hasSize(1);
    assertThat(said).contains("--tls-");
    return said;
  }

  @Test
  void shouldSayInOneLineWhatIsWrong() throws Exception {
    assertThat(refused()).contains("There is no file").contains("cert.pem");
    MadePair pair = MadePair.of("EC");
    write(pair);
    Files.writeString(certificate(), "nothing of the kind");
    assertThat(refused()).contains("certificate").contains("cert.pem");
    pair.writeCertificate(certificate());
    Files.writeString(key(), "nothing of the kind");
    assertThat(refused()).contains("holds no key");
    Files.writeString(key(), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    assertThat(refused()).contains("No key could be read");
    Files.writeString(
        key(),
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMAA=\n-----END ENCRYPTED PRIVATE KEY-----\n");
    assertThat(refused()).contains("key.pem");
    MadePair.of("EC").writeKey(key());
    assertThat(refused()).contains("does not belong");
    MadePair.of("RSA").writeKey(key());
    assertThat(refused()).contains("does not belong");
    write(MadePair.of("EC", Instant.now().minus(Duration.ofDays(1))));
    assertThat(refused()).contains("expired").contains("renew");
    Files.delete(key());
    assertThat(refused()).contains("There is no file").contains("--tls-key");
  }
}
