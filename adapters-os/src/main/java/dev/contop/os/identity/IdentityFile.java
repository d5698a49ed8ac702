package dev.contop.os.identity;

import dev.contop.application.pairing.HostIdentity;
import dev.contop.application.time.ReadWallClock;
import dev.contop.os.files.OwnerOnly;
import dev.contop.os.files.StoreUnusable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host's identity in a file of its data folder: {@value #NAME}, certificate and key together,
 * so that they never part.
 *
 * <p>Made when it is missing, else read and checked (T81). One that cannot be used, or expires
 * soon, is moved aside, and phones have to be paired again.
 */
public final class IdentityFile {

  static final String NAME = "identity.pem";
  static final String ASIDE = "identity.unusable.pem";

  private static final Logger LOG = LoggerFactory.getLogger(IdentityFile.class);
  private static final int MOST_BYTES = 64 * 1024;

  /** As long as a pairing lives: none is made that the certificate would not outlive. */
  static final Duration RENEWED_BEFORE = Duration.ofDays(30);

  private final Path folder;
  private final ReadWallClock clock;
  private final Supplier<String> maker;

  public IdentityFile(Path folder, ReadWallClock clock) {
    this(folder, clock, () -> MadeIdentity.make(clock.now()));
  }

  IdentityFile(Path folder, ReadWallClock clock, Supplier<String> maker) {
    this.folder = folder;
    this.clock = clock;
    this.maker = maker;
  }

  /**
   * The identity, made if need be; blocks for some milliseconds.
   *
   * @throws StoreUnusable when the folder cannot be read or written, with the remedy in words
   */
  public HostIdentity open() throws StoreUnusable {
    Path file = folder.resolve(NAME);
    try {
      OwnerOnly.makeFolder(folder);
      if (Files.exists(file)) {
        try {
          HostIdentity found = read(file);
          if (clock.now().isBefore(found.expiresAt().minus(RENEWED_BEFORE))) {
            return found;
          }
          throw new CheckedIdentity.Unfit("it expires on " + found.expiresAt());
        } catch (CheckedIdentity.Unfit e) {
          Files.move(file, folder.resolve(ASIDE), StandardCopyOption.REPLACE_EXISTING);
          LOG.warn(
              "The host's certificate could not be used: {}. It was moved to {} and a new one made;"
                  + " pair your phones again.",
              e.getMessage(),
              ASIDE);
        }
      }
      OwnerOnly.write(file, maker.get().getBytes(StandardCharsets.US_ASCII));
      // What counts is what the next start will find.
      return read(file);
    } catch (IOException | CheckedIdentity.Unfit e) {
      throw StoreUnusable.folder(folder, e);
    }
  }

  private HostIdentity read(Path file) throws IOException, CheckedIdentity.Unfit {
    if (OwnerOnly.tighten(file)) {
      LOG.warn("{} was open to other users; it is closed now", file.getFileName());
    }
    if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
      throw new CheckedIdentity.Unfit("it is not such a file");
    }
    String pem = Files.readString(file, StandardCharsets.ISO_8859_1);
    return CheckedIdentity.read(pem, clock.now());
  }
}
