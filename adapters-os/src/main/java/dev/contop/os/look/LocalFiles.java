package dev.contop.os.look;

import dev.contop.domain.policy.LookAtFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Looks at the file systems of this computer's own disks and memory.
 *
 * <p>Follows no symbolic link and touches nothing below a mount that is not local, so that no
 * answer waits for a network: both are unknown. Where the system does not list its mounts, only the
 * home folder is looked at. Thread-safe; blocks for a few system calls.
 */
public final class LocalFiles implements LookAtFile {

  private final Path home;
  private final Mounts mounts;
  private final BlockDevices devices;

  /**
   * @param home the folder that commands run in
   */
  public LocalFiles(Path home) {
    this(home, Path.of("/proc"), Path.of("/sys"));
  }

  LocalFiles(Path home, Path proc, Path sys) {
    this.home = real(home);
    this.mounts = new Mounts(proc);
    this.devices = new BlockDevices(proc, sys);
  }

  @Override
  public Seen look(String path) {
    try {
      boolean inHome = path.equals("~") || path.startsWith("~/");
      Path whole = home.resolve(inHome ? path.substring(1).replaceFirst("^/+", "") : path);
      return isKnown(whole) ? walk(whole) : Seen.UNKNOWN;
    } catch (IOException | InvalidPathException unclear) {
      return Seen.UNKNOWN;
    }
  }

  private boolean isKnown(Path path) throws IOException {
    for (Path name : path) {
      if (name.toString().equals("..")) {
        return false;
      }
    }
    Optional<Boolean> local = mounts.areLocalAbove(path);
    return local.orElse(path.startsWith(home));
  }

  /** Looks at each folder on the way before what is in it. */
  private Seen walk(Path path) throws IOException {
    Path at = path.startsWith(home) ? home : path.getRoot();
    try {
      for (Path name : at.relativize(path.normalize())) {
        at = at.resolve(name);
        if (attributes(at).isSymbolicLink()) {
          return Seen.UNKNOWN;
        }
      }
    } catch (NoSuchFileException missing) {
      return Seen.ABSENT;
    }
    return attributes(at).isOther() ? devices.look(at) : Seen.EXISTS;
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException missing) {
      return folder.toAbsolutePath().normalize();
    }
  }
}
