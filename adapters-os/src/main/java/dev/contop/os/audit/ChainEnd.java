package dev.contop.os.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where the chain of lines has come to.
 *
 * @param seq the number of the last line
 * @param hash the SHA-256 of its bytes without the line feed, in hex
 */
record ChainEnd(long seq, String hash) {

  /** Before the first line. */
  static final ChainEnd NONE = new ChainEnd(0, "0".repeat(64));

  static ChainEnd of(long seq, byte[] line) {
    return new ChainEnd(seq, sha256(line));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java platform has SHA-256", e);
    }
  }
}
