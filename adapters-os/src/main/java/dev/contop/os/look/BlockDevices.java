package dev.contop.os.look;

import dev.contop.domain.policy.LookAtFile.Seen;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which disks are in use, by what Linux shows below {@code /proc} and {@code /sys}. */
final class BlockDevices {

  private final Mounts mounts;
  private final Path swaps;
  private final Path classes;

  BlockDevices(Path proc, Path sys) {
    this.mounts = new Mounts(proc);
    this.swaps = proc.resolve("swaps");
    this.classes = sys.resolve("class").resolve("block");
  }

  /** A file below {@code /dev}: no disk, a disk that nothing uses, or one in use. */
  Seen look(Path device) throws IOException {
    Path name = device.getFileName();
    if (name == null || !device.startsWith("/dev")) {
      return Seen.UNKNOWN;
    }
    if (!Files.isDirectory(classes)) {
      return Seen.UNKNOWN;
    }
    Path disk = classes.resolve(name.toString());
    if (!Files.isDirectory(disk)) {
      // A terminal, for instance.
      return Seen.EXISTS;
    }
    return isUsed(name.toString(), disk) ? Seen.DEVICE_IN_USE : Seen.EXISTS;
  }

  private boolean isUsed(String name, Path disk) throws IOException {
    List<Path> parts = new ArrayList<>(List.of(disk));
    for (Path child : children(disk)) {
      if (Files.exists(child.resolve("partition"))) {
        parts.add(child);
      }
    }
    Set<String> numbers = new HashSet<>();
    for (Path part : parts) {
      numbers.add(Files.readString(part.resolve("dev")).strip());
      if (!children(part.resolve("holders")).isEmpty()) {
        return true;
      }
    }
    String path = "/dev/" + name;
    boolean mounted =
        mounts.all().stream()
            .anyMatch(mount -> numbers.contains(mount.number()) || mount.source().startsWith(path));
    return mounted || Files.readAllLines(swaps).stream().anyMatch(line -> line.startsWith(path));
  }

  private static List<Path> children(Path folder) throws IOException {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(children::add);
    } catch (DirectoryIteratorException failed) {
      throw failed.getCause();
    }
    return children;
  }
}
