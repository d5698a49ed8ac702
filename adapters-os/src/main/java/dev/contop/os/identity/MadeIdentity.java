package dev.contop.os.identity;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;

/**
 * Makes a new EC P-256 key and a certificate that it signs itself (RFC 5280, RFC 8827 section 6.5).
 *
 * <p>The only class that needs Bouncy Castle; keys and signature come from the JDK.
 */
final class MadeIdentity {

  static final Duration LIFETIME = Duration.ofDays(3650);

  /** Certificates are told to be valid from yesterday on, for phones whose clock is behind. */
  private static final Duration BEFORE_NOW = Duration.ofDays(1);

  private static final int SERIAL_BITS = 127;

  private MadeIdentity() {}

  /** Both as PEM, one after the other. */
  static String make(Instant now) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair keys = generator.generateKeyPair();
      return Pem.write(Pem.CERTIFICATE, certificate(keys, now))
          + Pem.write(Pem.PRIVATE_KEY, keys.getPrivate().getEncoded());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("This Java runtime cannot make a P-256 certificate", e);
    }
  }

  private static byte[] certificate(KeyPair keys, Instant now)
      throws GeneralSecurityException, IOException {
    // The name is seen by whoever connects: it says nothing of the machine or its user.
    X500Name name = new X500Name("CN=Contop Host");
    BigInteger serial = new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(0);
    return new X509v3CertificateBuilder(
            name,
            serial,
            Date.from(now.minus(BEFORE_NOW)),
            Date.from(now.plus(LIFETIME)),
            name,
            SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()))
        .build(new JdkSigner(keys.getPrivate()))
        .getEncoded();
  }

  /** Lets the JDK sign what Bouncy Castle has put together. */
  private static final class JdkSigner implements ContentSigner {

    private final Signature signature;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    JdkSigner(PrivateKey key) throws GeneralSecurityException {
      signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(key);
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    }

    @Override
    public OutputStream getOutputStream() {
      return content;
    }

    @Override
    public byte[] getSignature() {
      try {
        signature.update(content.toByteArray());
        return signature.sign();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("Signing failed", e);
      }
    }
  }
}
