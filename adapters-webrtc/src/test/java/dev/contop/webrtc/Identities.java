package dev.contop.webrtc;

import dev.contop.application.pairing.HostIdentity;
import dev.contop.domain.pairing.Fingerprint;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/** Certificates for tests, made by the JDK's keytool. */
final class Identities {

  private static final char[] PASSWORD = "for-tests".toCharArray();

  private Identities() {}

  static HostIdentity p256() throws Exception {
    return made("EC", "-groupname", "secp256r1", "-sigalg", "SHA256withECDSA");
  }

  static HostIdentity made(String algorithm, String... options) throws Exception {
    Path folder = Files.createTempDirectory("identity");
    Path store = folder.resolve("store.p12");
    java.util.List<String> command = new java.util.ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(
        java.util.List.of("-genkeypair", "-alias", "a", "-dname", "CN=test", "-validity", "30"));
    command.addAll(java.util.List.of("-storetype", "PKCS12", "-keystore", store.toString()));
    command.addAll(java.util.List.of("-storepass", new String(PASSWORD), "-keyalg", algorithm));
    command.addAll(java.util.List.of(options));
    Process keytool =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      throw new IllegalStateException("keytool made no certificate");
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    Files.delete(store);
    Files.delete(folder);
    Certificate certificate = keys.getCertificate("a");
    PrivateKey key = (PrivateKey) keys.getKey("a", PASSWORD);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    return new HostIdentity(
        pem("CERTIFICATE", certificate.getEncoded()),
        pem("PRIVATE KEY", key.getEncoded()),
        new Fingerprint(HexFormat.of().formatHex(digest)),
        Instant.now().plus(Duration.ofDays(30)));
  }

  static String pem(String label, byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }
}
