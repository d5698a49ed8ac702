package dev.contop.os.look;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which file systems stand where, by {@code /proc/self/mountinfo} (proc(5)). Reading it is quick.
 */
final class Mounts {

  /** File systems on disks or in memory: looking at them waits for no network and no program. */
  private static final Set<String> LOCAL =
      Set.of(
          "bcachefs",
          "btrfs",
          "devtmpfs",
          "exfat",
          "ext2",
          "ext3",
          "ext4",
          "f2fs",
          "hugetlbfs",
          "iso9660",
          "jfs",
          "mqueue",
          "ntfs3",
          "overlay",
          "proc",
          "ramfs",
          "reiserfs",
          "rootfs",
          "squashfs",
          "sysfs",
          "tmpfs",
          "udf",
          "vfat",
          "xfs",
          "zfs");

  private static final int POINT = 4;
  private static final int NUMBER = 2;

  private final Path table;

  Mounts(Path proc) {
    this.table = proc.resolve("self").resolve("mountinfo");
  }

  /**
   * A mount.
   *
   * @param number major and minor number of its device
   * @param source what is mounted
   */
  record Mount(String number, Path point, String type, String source) {}

  /** Whether all mounts on the way to {@code path} are local; nothing if there is no table. */
  Optional<Boolean> areLocalAbove(Path path) throws IOException {
    if (!Files.isReadable(table)) {
      return Optional.empty();
    }
    for (Mount mount : all()) {
      if (path.startsWith(mount.point()) && !LOCAL.contains(mount.type())) {
        return Optional.of(false);
      }
    }
    return Optional.of(true);
  }

  List<Mount> all() throws IOException {
    List<Mount> mounts = new ArrayList<>();
    for (String line : Files.readAllLines(table)) {
      int dash = line.indexOf(" - ");
      List<String> before = List.of(line.substring(0, Math.max(dash, 0)).split(" ", -1));
      List<String> behind = List.of(line.substring(dash + 3).split(" ", -1));
      if (dash < 0 || before.size() <= POINT || behind.size() < 2) {
        throw new IOException("A mount that is not understood");
      }
      mounts.add(
          new Mount(
              before.get(NUMBER),
              Path.of(plain(before.get(POINT))),
              behind.get(0),
              plain(behind.get(1))));
    }
    return mounts;
  }

  /** Blanks and the like stand there as octal codes. */
  private static String plain(String text) {
    return text.replace("\\040", " ")
        .replace("\\011", "\t")
        .replace("\\012", "\n")
        .replace("\\134", "\\");
  }
}
