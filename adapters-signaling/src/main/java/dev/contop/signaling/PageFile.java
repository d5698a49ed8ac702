package dev.contop.signaling;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file of the page, as it is sent: {@code tag} is its entity tag (RFC 9110, section 8.8.3). */
record PageFile(ByteBuffer content, String type, String tag) {

  static PageFile of(byte[] content, String type) {
    return new PageFile(ByteBuffer.wrap(content).asReadOnlyBuffer(), type, tag(content));
  }

  private static String tag(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
