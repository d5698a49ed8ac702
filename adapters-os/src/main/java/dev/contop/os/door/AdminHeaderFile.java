package dev.contop.os.door;

import dev.contop.domain.door.Secret;
import dev.contop.os.files.OwnerOnly;
import dev.contop.os.files.StoreUnusable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The secret of the running host in a file of its data folder, {@value #NAME}: the HTTP header that
 * the owner's programs send, as one line, so that {@code curl -H @FILE} sends it and no process
 * shows it among its arguments.
 *
 * <p>Made anew at each start, readable by the owner alone. All block.
 */
public final class AdminHeaderFile {

  public static final String NAME = "admin-header";

  private static final String HEADER = "Authorization: Bearer ";
  private static final int BYTES = 32;
  private static final int MOST_BYTES = 256;

  private AdminHeaderFile() {}

  /** Draws a secret that nobody knows yet. */
  public static Secret draw() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /**
   * Writes {@code secret} in place of an older one.
   *
   * @throws StoreUnusable when the folder cannot be written
   */
  public static void write(Path folder, Secret secret) throws StoreUnusable {
    try {
      OwnerOnly.write(
          folder.resolve(NAME),
          (HEADER + secret.value() + "\n").getBytes(StandardCharsets.US_ASCII));
    } catch (IOException unwritable) {
      throw StoreUnusable.folder(folder, unwritable);
    }
  }

  /** The secret of the host that runs with this folder; nothing when there is none to be read. */
  public static Optional<Secret> read(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
        return Optional.empty();
      }
      String line = Files.readString(file, StandardCharsets.US_ASCII).strip();
      return line.startsWith(HEADER)
          ? Optional.of(new Secret(line.substring(HEADER.length())))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /** Takes it away when the host stops; it would be of no use to anyone. */
  public static void remove(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(NAME));
  }
}
