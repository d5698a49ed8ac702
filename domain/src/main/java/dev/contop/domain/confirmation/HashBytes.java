package dev.contop.domain.confirmation;

/** Computes SHA-256 (FIPS 180-4). Any thread; never blocks. */
public interface HashBytes {

  /** The hash of {@code bytes} as 64 hex digits in lower case. */
  String sha256(byte[] bytes);
}
