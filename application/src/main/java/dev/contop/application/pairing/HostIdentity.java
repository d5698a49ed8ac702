package dev.contop.application.pairing;

import dev.contop.domain.pairing.Fingerprint;
import java.time.Instant;

/**
 * The certificate with which the host's end of every connection is encrypted, and its key (T81).
 *
 * @param certificatePem one X.509 certificate
 * @param privateKeyPem its P-256 key in PKCS#8
 * @param fingerprint what the QR code shows, and what every answer must carry
 */
public record HostIdentity(
    String certificatePem, String privateKeyPem, Fingerprint fingerprint, Instant expiresAt) {

  @Override
  public String toString() {
    return "HostIdentity[" + fingerprint.hex() + "]";
  }
}
