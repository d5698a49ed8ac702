package dev.contop.domain.binding;

import dev.contop.domain.pairing.Fingerprint;

/** The one certificate that a session description names (RFC 8122, section 5). */
public sealed interface SdpFingerprint {

  /** All lines name this one. */
  record Found(Fingerprint fingerprint) implements SdpFingerprint {}

  /** There is none, more than one, or one that is not SHA-256; the cause says which. */
  record Unusable(String cause) implements SdpFingerprint {}

  /** Reads all fingerprints of {@code sdp}, of the session and of every section alike. */
  static SdpFingerprint of(String sdp) {
    return FingerprintLines.read(sdp);
  }
}
