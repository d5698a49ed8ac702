package dev.contop.os.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.contop.application.pairing.HostIdentity;
import dev.contop.os.files.StoreUnusable;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class IdentityFileTest {

  private static final Instant NOW = Instant.parse("2031-05-06T07:08:09Z");

  @TempDir private Path parent;
  private Path folder = Path.of("");

  @BeforeEach
  void choose() {
    folder = parent.resolve("data");
  }

  private HostIdentity open() throws StoreUnusable {
    return new IdentityFile(folder, () -> NOW).open();
  }

  private Path file() {
    return folder.resolve(IdentityFile.NAME);
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void shouldMakeACertificateThatOthersUnderstand() throws Exception {
    // When
    HostIdentity made = open();

    // Then
    X509Certificate certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(
                    new ByteArrayInputStream(
                        made.certificatePem().getBytes(StandardCharsets.US_ASCII)));
    assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=Contop Host");
    assertThat(certificate.getSigAlgName()).isEqualTo("SHA256withECDSA");
    assertThat(certificate.getVersion()).isEqualTo(3);
    assertThat(made.expiresAt()).isEqualTo(certificate.getNotAfter().toInstant());
    assertThat(Duration.between(NOW, made.expiresAt())).isGreaterThan(Duration.ofDays(3600));
    assertThat(made.fingerprint().hex())
        .isEqualTo(
            HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded())));
    assertThat(made.privateKeyPem())
        .startsWith("-----BEGIN PRIVATE KEY-----\n")
        .endsWith("\n-----END PRIVATE KEY-----\n");
    assertThat(made.toString()).doesNotContain("PRIVATE");
  }

  @Test
  void shouldBeReadByOpenssl() throws Exception {
    // Given
    HostIdentity made = open();

    // When
    String text = openssl("x509", "-noout", "-text", "-fingerprint", "-sha256");
    String key = openssl("pkey", "-noout", "-text");

    // Then
    assertThat(text).contains("prime256v1").contains(made.fingerprint().withColons());
    assertThat(key).contains("prime256v1");
  }

  private String openssl(String... arguments) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("openssl");
    builder.command().addAll(List.of(arguments));
    builder.command().addAll(List.of("-in", file().toString()));
    Process process = builder.redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void shouldKeepItForItsOwnerAlone() throws Exception {
    // When
    HostIdentity first = open();
    HostIdentity second = open();

    // Then
    assertThat(second).isEqualTo(first);
    assertThat(permissions(folder)).isEqualTo("rwx------");
    assertThat(permissions(file())).isEqualTo("rw-------");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file());
    }
  }

  @Test
  void shouldCloseWhatWasOpenToOthers() throws Exception {
    // Given
    HostIdentity first = open();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

    // When
    HostIdentity second = open();

    // Then
    assertThat(second).isEqualTo(first);
    assertThat(permissions(folder)).isEqualTo("rwx------");
    assertThat(permissions(file())).isEqualTo("rw-------");
  }

  @Test
  void shouldMakeAnotherWhenItIsDamagedAnywhere() throws Exception {
    // Given
    open();
    String good = Files.readString(file());
    List<String> damaged =
        List.of(
            "",
            "nonsense",
            good.substring(0, good.length() / 2),
            good.replace("PRIVATE KEY", "KEY"),
            good.replaceFirst("M", "N"),
            good.substring(0, 300) + "AAAA" + good.substring(304),
            "\0".repeat(100_000));

    for (String content : damaged) {
      Files.writeString(file(), content);

      // When
      HostIdentity made = open();

      // Then
      assertThat(Files.readString(folder.resolve(IdentityFile.ASIDE))).isEqualTo(content);
      assertThat(open()).isEqualTo(made);
      assertThat(permissions(file())).isEqualTo("rw-------");
    }
  }

  @Test
  void shouldMakeAnotherWhenAnyOfManyFlippedBitsMatters() throws Exception {
    // Given
    HostIdentity first = open();
    byte[] good = Files.readAllBytes(file());

    for (int i = 0; i < good.length; i += 19) {
      byte[] flipped = good.clone();
      flipped[i] ^= 4;
      Files.write(file(), flipped);

      // When
      HostIdentity opened = open();

      // Then: the same as ever, or a new one that holds
      assertThat(opened.equals(first) || open().equals(opened)).isTrue();
      Files.write(file(), good);
    }
  }

  @Test
  void shouldMakeAnotherWhenKeyAndCertificateDoNotMatch() throws Exception {
    // Given
    HostIdentity first = open();
    Files.delete(file());
    HostIdentity second = open();
    Files.writeString(file(), first.certificatePem() + second.privateKeyPem());

    // When
    HostIdentity third = open();

    // Then
    assertThat(third.fingerprint()).isNotIn(first.fingerprint(), second.fingerprint());
  }

  @Test
  void shouldRefuseAnotherCurve() throws GeneralSecurityException {
    // Given
    String p256 = MadeIdentity.make(NOW);
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp384r1"));
    String certificate = p256.substring(0, p256.indexOf("-----BEGIN PRIVATE"));
    String key = Pem.write(Pem.PRIVATE_KEY, generator.generateKeyPair().getPrivate().getEncoded());

    // When / Then
    assertThatExceptionOfType(CheckedIdentity.Unfit.class)
        .isThrownBy(() -> CheckedIdentity.read(certificate + key, NOW))
        .withMessageContaining("P-256");
  }

  @Test
  void shouldMakeAnotherWhenItHasExpired() throws StoreUnusable {
    // Given
    HostIdentity first = open();
    Instant later = first.expiresAt();

    // When
    HostIdentity second = new IdentityFile(folder, () -> later).open();

    // Then
    assertThat(second.fingerprint()).isNotEqualTo(first.fingerprint());
    assertThat(second.expiresAt()).isAfter(later);
  }

  @Test
  void shouldSayInOneLineWhyTheFolderCannotBeUsed() throws IOException {
    // Given
    Files.writeString(folder, "a file");

    // When / Then
    assertThatExceptionOfType(StoreUnusable.class)
        .isThrownBy(this::open)
        .withMessageContaining(folder.toString())
        .withMessageContaining("--data-dir")
        .matches(e -> String.valueOf(e.getMessage()).lines().count() == 1);
    assertThatExceptionOfType(StoreUnusable.class)
        .isThrownBy(() -> new IdentityFile(Path.of("/proc/contop"), () -> NOW).open());
  }

  @Test
  void shouldNotNeedBouncyCastleToReadItAgain() throws Exception {
    // Given
    HostIdentity made = open();
    String classes =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !entry.contains("bouncycastle"))
            .collect(Collectors.joining(File.pathSeparator));

    // When
    Process reader =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes,
                ReadingAgain.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    // Then
    assertThat(said).contains(made.fingerprint().hex());
    System.out.println(said.lines().filter(line -> line.startsWith("read")).findFirst().orElse(""));
  }

  /** Reads an identity in a process of its own. */
  static final class ReadingAgain {

    private ReadingAgain() {}

    public static void main(String[] arguments) throws StoreUnusable {
      long start = System.nanoTime();
      HostIdentity read = new IdentityFile(Path.of(arguments[0]), () -> NOW).open();
      System.out.printf(
          "read %s in %d ms%n", read.fingerprint().hex(), (System.nanoTime() - start) / 1_000_000);
    }
  }

  @Test
  void shouldRenewACertificateThatPairingsWouldOutlive() throws Exception {
    // Given
    HostIdentity first = open();
    Instant dayBefore = first.expiresAt().minus(IdentityFile.RENEWED_BEFORE).minusSeconds(1);
    assertThat(new IdentityFile(folder, () -> dayBefore).open()).isEqualTo(first);

    // When
    Instant later = dayBefore.plusSeconds(1);
    HostIdentity second = new IdentityFile(folder, () -> later).open();

    // Then
    assertThat(second.fingerprint()).isNotEqualTo(first.fingerprint());
    assertThat(Duration.between(later, second.expiresAt())).isGreaterThan(Duration.ofDays(3600));
    assertThat(folder.resolve(IdentityFile.ASIDE)).exists();
    assertThat(new IdentityFile(folder, () -> later).open()).isEqualTo(second);
  }
}
