package dev.contop.webrtc;

import dev.contop.application.pairing.HostIdentity;
import dev.onvoid.webrtc.RTCCertificatePEM;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The host's certificate, proven usable before the library sees it: a PEM that it cannot read, or a
 * key that is not the certificate's, ends the process (T81).
 *
 * <p>What the library gets is written anew from what was understood, not the text that came.
 */
final class CheckedIdentity {

  private final String certificatePem;
  private final String keyPem;
  private final long expires;

  private CheckedIdentity(String certificatePem, String keyPem, long expires) {
    this.certificatePem = certificatePem;
    this.keyPem = keyPem;
    this.expires = expires;
  }

  /**
   * @throws IllegalArgumentException when it cannot be used, with the reason in words
   */
  static CheckedIdentity of(HostIdentity identity) {
    try {
      byte[] der = decoded(identity.certificatePem(), "CERTIFICATE");
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der));
      if (!(certificate.getPublicKey() instanceof ECPublicKey point)
          || point.getParams().getOrder().bitLength() != 256) {
        throw unusable("it is not a P-256 certificate", null);
      }
      byte[] encodedKey = decoded(identity.privateKeyPem(), "PRIVATE KEY");
      PrivateKey key =
          KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encodedKey));
      requireMatch(key, certificate);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      if (!HexFormat.of().formatHex(digest).equals(identity.fingerprint().hex())) {
        throw unusable("it does not have the fingerprint that phones are shown", null);
      }
      return new CheckedIdentity(
          encoded(certificate.getEncoded(), "CERTIFICATE"),
          encoded(key.getEncoded(), "PRIVATE KEY"),
          identity.expiresAt().toEpochMilli());
    } catch (GeneralSecurityException notReadable) {
      throw unusable("it cannot be read", notReadable);
    }
  }

  RTCCertificatePEM toLibrary() {
    return new RTCCertificatePEM(keyPem, certificatePem, expires);
  }

  private static void requireMatch(PrivateKey key, X509Certificate certificate)
      throws GeneralSecurityException {
    byte[] probe = {1, 2, 3};
    Signature signing = Signature.getInstance("SHA256withECDSA");
    signing.initSign(key);
    signing.update(probe);
    byte[] signature = signing.sign();
    Signature verifying = Signature.getInstance("SHA256withECDSA");
    verifying.initVerify(certificate.getPublicKey());
    verifying.update(probe);
    if (!verifying.verify(signature)) {
      throw unusable("its private key belongs to another certificate", null);
    }
  }

  /** RFC 7468: exactly one block of this label. */
  private static byte[] decoded(String pem, String label) {
    String text = pem.strip();
    String begin = "-----BEGIN " + label + "-----";
    String end = "-----END " + label + "-----";
    if (!text.startsWith(begin)
        || !text.endsWith(end)
        || text.indexOf("-----BEGIN", 1) >= 0
        || text.indexOf("-----END") != text.length() - end.length()) {
      throw unusable("it is not one PEM block", null);
    }
    try {
      String body = text.substring(begin.length(), text.length() - end.length());
      return Base64.getDecoder().decode(body.replaceAll("\\s", ""));
    } catch (IllegalArgumentException notBase64) {
      throw unusable("it is not PEM", null);
    }
  }

  private static String encoded(byte[] der, String label) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  private static IllegalArgumentException unusable(String reason, @Nullable Throwable cause) {
    return new IllegalArgumentException("The host's certificate is not usable: " + reason, cause);
  }
}
