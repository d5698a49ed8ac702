package dev.contop.os.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/** Reads a chain of certificates and its key from PEM files, and checks that they can be used. */
final class ReadPair {

  private static final String ALIAS = "host";
  private static final long MOST_BYTES = 256 * 1024;

  private ReadPair() {}

  static X509ExtendedKeyManager from(Path certificate, Path key, Instant now) throws TlsUnusable {
    Certificate[] chain = chain(certificate);
    PrivateKey privateKey = key(key);
    X509Certificate own = (X509Certificate) chain[0];
    if (now.isAfter(own.getNotAfter().toInstant())) {
      throw new TlsUnusable(
          "The certificate in "
              + certificate
              + " expired on "
              + own.getNotAfter().toInstant()
              + "; renew it, or leave --tls-cert out");
    }
    try {
      if (!belongTogether(own.getPublicKey(), privateKey)) {
        throw new TlsUnusable(
            "The key in "
                + key
                + " does not belong to the certificate in "
                + certificate
                + "; name the files that were made together with --tls-cert and --tls-key");
      }
      return manager(chain, privateKey);
    } catch (GeneralSecurityException | IOException unusable) {
      throw new TlsUnusable(
          "The key in " + key + " is of a kind that cannot be used; make one of RSA or P-256");
    }
  }

  private static Certificate[] chain(Path file) throws TlsUnusable {
    check("--tls-cert", file);
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> chain =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (!chain.isEmpty()) {
        return chain.toArray(Certificate[]::new);
      }
    } catch (IOException | GeneralSecurityException damaged) {
      throw new TlsUnusable(
          "No certificate could be read from " + file + "; --tls-cert needs one in PEM");
    }
    throw new TlsUnusable(file + " holds no certificate; --tls-cert needs one in PEM");
  }

  private static PrivateKey key(Path file) throws TlsUnusable {
    check("--tls-key", file);
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
        PEMParser parser = new PEMParser(in)) {
      JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
      for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
        if (part instanceof PrivateKeyInfo key) {
          return converter.getPrivateKey(key);
        }
        if (part instanceof PEMKeyPair pair) {
          return converter.getPrivateKey(pair.getPrivateKeyInfo());
        }
        if (part instanceof PEMEncryptedKeyPair || part instanceof PKCS8EncryptedPrivateKeyInfo) {
          throw new TlsUnusable(
              "The key in " + file + " is locked with a password; --tls-key needs one without");
        }
      }
    } catch (IOException | RuntimeException damaged) {
      throw new TlsUnusable("No key could be read from " + file + "; --tls-key needs one in PEM");
    }
    throw new TlsUnusable(file + " holds no key; --tls-key needs one in PEM");
  }

  private static void check(String option, Path file) throws TlsUnusable {
    try {
      if (!Files.isRegularFile(file)) {
        throw new NoSuchFileException(file.toString());
      }
      if (!Files.isReadable(file) || Files.size(file) > MOST_BYTES) {
        throw new TlsUnusable(
            file + " cannot be read; check its rights, or name another with " + option);
      }
    } catch (IOException missing) {
      throw new TlsUnusable("There is no file " + file + "; name another with " + option);
    }
  }

  private static boolean belongTogether(PublicKey publicKey, PrivateKey key)
      throws GeneralSecurityException {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC", "ECDSA" -> "SHA256withECDSA";
          default -> key.getAlgorithm();
        };
    byte[] something = "contop host".getBytes(StandardCharsets.US_ASCII);
    Signature signing = Signature.getInstance(algorithm);
    signing.initSign(key);
    signing.update(something);
    byte[] signature = signing.sign();
    Signature checking = Signature.getInstance(algorithm);
    try {
      checking.initVerify(publicKey);
      checking.update(something);
      return checking.verify(signature);
    } catch (GeneralSecurityException ofAnotherKind) {
      return false;
    }
  }

  private static X509ExtendedKeyManager manager(Certificate[] chain, PrivateKey key)
      throws GeneralSecurityException, IOException {
    // The store never leaves this memory, so its password protects nothing.
    char[] none = new char[0];
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, none);
    store.setKeyEntry(ALIAS, key, none, chain);
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, none);
    for (KeyManager manager : factory.getKeyManagers()) {
      if (manager instanceof X509ExtendedKeyManager extended) {
        return extended;
      }
    }
    throw new GeneralSecurityException("No key manager for certificates");
  }
}
