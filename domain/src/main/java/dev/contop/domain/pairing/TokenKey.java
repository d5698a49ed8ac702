package dev.contop.domain.pairing;

import java.util.Arrays;

/**
 * The key derived from a token, which is all of it that the host keeps (T91).
 *
 * <p>Comparison takes the same time wherever two keys differ.
 */
public final class TokenKey {

  private static final int BYTES = 32;

  private final byte[] bytes;

  public TokenKey(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("A token key has 32 bytes");
    }
    this.bytes = bytes.clone();
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** Whether both keys are the same, in constant time. */
  public boolean matches(TokenKey other) {
    int difference = 0;
    for (int i = 0; i < BYTES; i++) {
      difference |= bytes[i] ^ other.bytes[i];
    }
    return difference == 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TokenKey that && matches(that);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "TokenKey[hidden]";
  }
}
