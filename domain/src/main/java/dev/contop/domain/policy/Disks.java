package dev.contop.domain.policy;

import dev.contop.domain.shell.Word;
import java.util.List;
import java.util.Optional;

/** Which paths are disks, and what may be done to them. */
final class Disks {

  /** How the names of disks, and of the memory itself, begin. */
  private static final List<String> NAMES =
      List.of(
          "sd", "hd", "vd", "xvd", "nvme", "mmcblk", "dm-", "md", "loop", "mapper", "disk", "rdisk",
          "sr", "nbd", "zram", "ram", "pmem", "bcache", "mem", "kmem", "port", "block");

  private Disks() {}

  /** Whether {@code path} is below {@code /dev} and named like a disk. */
  static boolean isDisk(Path path) {
    List<String> parts = path.parts();
    return isDevice(path) && NAMES.stream().anyMatch(parts.get(1)::startsWith);
  }

  private static boolean isDevice(Path path) {
    return path.text().startsWith("/")
        && path.parts().size() > 1
        && path.parts().get(0).equals("dev");
  }

  /** What writing all over {@code target} means; nothing, if it is no device. */
  static Optional<Judgement> overwriting(Call call, Word target) {
    Path path = Path.of(target);
    if (Targets.isNowhere(target) || (target.isLiteral() && !isDevice(path))) {
      return Optional.empty();
    }
    return switch (call.within().look(path)) {
      case EXISTS, ABSENT -> Optional.of(call.asks("overwrites a device"));
      case DEVICE_IN_USE -> Optional.of(call.refused("overwrites a disk that is in use"));
      case UNKNOWN ->
          Optional.of(call.refused("may overwrite a disk that is in use; name one that is not"));
    };
  }
}
