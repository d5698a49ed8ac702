package dev.contop.os.pairing;

import dev.contop.application.pairing.KeepDevices;
import dev.contop.application.pairing.NotKept;
import dev.contop.application.time.ReadWallClock;
import dev.contop.domain.pairing.Device;
import dev.contop.os.files.OwnerOnly;
import dev.contop.wire.StoredDevices;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The paired devices in one file of the data folder, {@value #NAME} (T91): its owner's alone, whole
 * at any time, with derived keys and never a token in it.
 *
 * <p>A file that cannot be used is moved aside and named in the log; the host starts with no
 * devices then.
 */
public final class DevicesFile implements KeepDevices {

  static final String NAME = "devices.json";

  private static final Logger LOG = LoggerFactory.getLogger(DevicesFile.class);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final ReadWallClock clock;
  private final StoredDevices codec = new StoredDevices();

  public DevicesFile(Path folder, ReadWallClock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public List<Device> load() {
    removeUnfinished();
    Path file = folder.resolve(NAME);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    Optional<List<Device>> devices = read(file);
    if (devices.isEmpty()) {
      moveAside(file);
    }
    return devices.orElse(List.of());
  }

  @Override
  public void save(List<Device> devices) throws NotKept {
    try {
      OwnerOnly.makeFolder(folder);
      OwnerOnly.write(folder.resolve(NAME), codec.write(devices));
    } catch (IOException failed) {
      throw new NotKept(
          "The file "
              + folder.resolve(NAME)
              + " cannot be written: make its folder writable and free some space.",
          failed);
    }
  }

  private Optional<List<Device>> read(Path file) {
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.empty();
      }
      if (OwnerOnly.tighten(file)) {
        LOG.warn("{} was open to other users; it is closed now", NAME);
      }
      try (InputStream content = Files.newInputStream(file)) {
        // One byte more than there may be shows that there are too many.
        return codec.read(content.readNBytes(StoredDevices.MAX_BYTES + 1));
      }
    } catch (IOException unreadable) {
      LOG.debug("{} cannot be read", NAME, unreadable);
      return Optional.empty();
    }
  }

  private void moveAside(Path file) {
    String aside = NAME + ".corrupt-" + STAMP.format(clock.now());
    try {
      Files.move(file, folder.resolve(aside));
      LOG.warn(
          "The file of paired phones could not be used and was moved to {}; no phone is paired now,"
              + " so pair them again.",
          aside);
    } catch (IOException stuck) {
      LOG.warn(
          "The file of paired phones, {}, can neither be used nor moved aside; no phone is paired"
              + " now. Remove it, and pair them again.",
          file);
    }
  }

  /** What a crash left of a file that was never renamed holds keys, and is of no use. */
  private void removeUnfinished() {
    try (DirectoryStream<Path> left =
        Files.newDirectoryStream(folder, "." + NAME + "*" + OwnerOnly.UNFINISHED)) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    } catch (IOException noFolder) {
      LOG.debug("There is nothing to clear away", noFolder);
    }
  }
}
