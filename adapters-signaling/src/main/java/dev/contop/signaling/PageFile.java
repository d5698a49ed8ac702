package dev.contop.signaling;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * A file of the page, as it is sent.
 *
 * @param gzipped the same content in gzip (RFC 1952), made once
 * @param tag its entity tag (RFC 9110, section 8.8.3); a weak one, since both are equally good
 */
record PageFile(ByteBuffer content, ByteBuffer gzipped, String type, String tag) {

  static PageFile of(byte[] content, String type) {
    return new PageFile(
        ByteBuffer.wrap(content).asReadOnlyBuffer(),
        ByteBuffer.wrap(gzip(content)).asReadOnlyBuffer(),
        type,
        tag(content));
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(content.length / 2);
    try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
      packing.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory can always be written to", e);
    }
    return packed.toByteArray();
  }

  private static String tag(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return "W/\"" + HexFormat.of().formatHex(digest, 0, 16) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
