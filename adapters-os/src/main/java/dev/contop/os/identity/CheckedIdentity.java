package dev.contop.os.identity;

import dev.contop.application.pairing.HostIdentity;
import dev.contop.domain.pairing.Fingerprint;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Checks a certificate and its key before anyone gets them: native code that is handed a broken one
 * takes the whole process down.
 */
final class CheckedIdentity {

  private CheckedIdentity() {}

  /** An identity that cannot be used; the message says why in a few words. */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    Unfit(String message) {
      super(message);
    }
  }

  /** Reads both from PEM; what comes back is written anew from what was understood. */
  static HostIdentity read(String pem, Instant now) throws Unfit {
    byte[] certificateBytes =
        Pem.read(Pem.CERTIFICATE, pem).orElseThrow(() -> new Unfit("it holds no certificate"));
    byte[] keyBytes =
        Pem.read(Pem.PRIVATE_KEY, pem).orElseThrow(() -> new Unfit("it holds no key"));
    try {
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(certificateBytes));
      PrivateKey key =
          KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(keyBytes));
      require(isP256(certificate.getPublicKey()) && isP256(key), "its key is not P-256");
      require(belongTogether(certificate.getPublicKey(), key), "key and certificate do not match");
      certificate.verify(certificate.getPublicKey());
      Instant expiresAt = certificate.getNotAfter().toInstant();
      require(now.isBefore(expiresAt), "it has expired");
      byte[] encoded = certificate.getEncoded();
      return new HostIdentity(
          Pem.write(Pem.CERTIFICATE, encoded),
          Pem.write(Pem.PRIVATE_KEY, key.getEncoded()),
          fingerprint(encoded),
          expiresAt);
    } catch (GeneralSecurityException e) {
      throw new Unfit("it is damaged");
    }
  }

  private static void require(boolean holds, String otherwise) throws Unfit {
    if (!holds) {
      throw new Unfit(otherwise);
    }
  }

  private static boolean isP256(Object key) throws GeneralSecurityException {
    AlgorithmParameters p256 = AlgorithmParameters.getInstance("EC");
    p256.init(new ECGenParameterSpec("secp256r1"));
    ECParameterSpec wanted = p256.getParameterSpec(ECParameterSpec.class);
    return key instanceof ECKey elliptic
        && elliptic.getParams().getCurve().equals(wanted.getCurve())
        && elliptic.getParams().getGenerator().equals(wanted.getGenerator())
        && elliptic.getParams().getOrder().equals(wanted.getOrder());
  }

  private static boolean belongTogether(PublicKey publicKey, PrivateKey key)
      throws GeneralSecurityException {
    byte[] something = "contop host identity".getBytes(StandardCharsets.US_ASCII);
    Signature signing = Signature.getInstance("SHA256withECDSA");
    signing.initSign(key);
    signing.update(something);
    Signature checking = Signature.getInstance("SHA256withECDSA");
    checking.initVerify(publicKey);
    checking.update(something);
    return checking.verify(signing.sign());
  }

  private static Fingerprint fingerprint(byte[] certificate) throws GeneralSecurityException {
    return new Fingerprint(
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate)));
  }
}
