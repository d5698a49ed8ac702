package dev.contop.os.tls;

import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** A key and a certificate of its own for localhost, as somebody's tool would make them. */
record MadePair(KeyPair keys, X509Certificate certificate) {

  /** The object identifier 1.2.840.10045.3.1.7, encoded. */
  private static final byte[] P256_NAME = HexFormat.of().parseHex("06082a8648ce3d030107");

  static MadePair of(String algorithm, Instant expiresAt) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    if (algorithm.equals("EC")) {
      generator.initialize(new ECGenParameterSpec("secp256r1"));
    } else {
      generator.initialize(2048);
    }
    KeyPair keys = generator.generateKeyPair();
    X500Name name = new X500Name("CN=localhost");
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.valueOf(System.nanoTime()),
            Date.from(expiresAt.minus(Duration.ofDays(60))),
            Date.from(expiresAt),
            name,
            keys.getPublic());
    builder.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
    String signature = algorithm.equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
    return new MadePair(
        keys,
        new JcaX509CertificateConverter()
            .getCertificate(
                builder.build(new JcaContentSignerBuilder(signature).build(keys.getPrivate()))));
  }

  static MadePair of(String algorithm) throws Exception {
    return of(algorithm, Instant.now().plus(Duration.ofDays(30)));
  }

  void writeCertificate(Path file) throws Exception {
    Files.writeString(file, "A note that tools like to leave\n" + pem(certificate));
  }

  /** As most tools write it now (RFC 5958). */
  void writeKey(Path file) throws Exception {
    Files.writeString(file, pem(new JcaPKCS8Generator(keys.getPrivate(), null)));
  }

  /** As older tools write it: PKCS #1 or SEC 1. */
  void writeOldKey(Path file) throws Exception {
    if (keys.getPrivate() instanceof ECPrivateKey secret) {
      byte[] sec1 =
          new org.bouncycastle.asn1.sec.ECPrivateKey(
                  256, secret.getS(), SECObjectIdentifiers.secp256r1)
              .getEncoded();
      String parameters = pem(new PemObject("EC PARAMETERS", P256_NAME));
      Files.writeString(file, parameters + pem(new PemObject("EC PRIVATE KEY", sec1)));
    } else {
      Files.writeString(file, pem(keys.getPrivate()));
    }
  }

  private static String pem(Object part) throws Exception {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(part);
    }
    return text.toString();
  }
}
