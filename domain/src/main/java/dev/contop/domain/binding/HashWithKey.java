package dev.contop.domain.binding;

import dev.contop.domain.pairing.TokenKey;

/** Computes HMAC-SHA-256 (RFC 2104, FIPS 180-4). Any thread; never blocks. */
public interface HashWithKey {

  /** The 32 bytes of the code of {@code text} under {@code key}. */
  byte[] hmacSha256(TokenKey key, byte[] text);
}
