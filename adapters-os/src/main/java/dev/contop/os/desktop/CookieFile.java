package dev.contop.os.desktop;

import dev.contop.os.files.OwnerOnly;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * A fresh secret that lets clients connect to one X server (MIT-MAGIC-COOKIE-1), in a file of the
 * form that the server reads (Xau(3)).
 */
final class CookieFile implements AutoCloseable {

  private static final int ANY_FAMILY = 0xffff;
  private static final byte[] PROTOCOL = "MIT-MAGIC-COOKIE-1".getBytes(StandardCharsets.US_ASCII);

  private final Path path;
  private final byte[] cookie;

  private CookieFile(Path path, byte[] cookie) {
    this.path = path;
    this.cookie = cookie;
  }

  static CookieFile make(Path path) throws IOException {
    byte[] cookie = new byte[16];
    new SecureRandom().nextBytes(cookie);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(ANY_FAMILY);
    // Neither an address nor a display number: it is for whatever display the server takes.
    out.writeShort(0);
    out.writeShort(0);
    out.writeShort(PROTOCOL.length);
    out.write(PROTOCOL);
    out.writeShort(cookie.length);
    out.write(cookie);
    OwnerOnly.write(path, bytes.toByteArray());
    return new CookieFile(path, cookie);
  }

  Path path() {
    return path;
  }

  byte[] cookie() {
    return cookie.clone();
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
