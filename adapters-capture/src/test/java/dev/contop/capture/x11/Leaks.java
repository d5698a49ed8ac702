package dev.contop.capture.x11;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Counts what a process must give back. */
final class Leaks {

  private Leaks() {}

  /** The open file descriptors of this process. */
  static long descriptors() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.count();
    }
  }

  /** The segments of shared memory that this process has made and that still exist. */
  static long segments() throws IOException {
    String self = String.valueOf(ProcessHandle.current().pid());
    return Files.readAllLines(Path.of("/proc/sysvipc/shm")).stream()
        .skip(1)
        .filter(line -> line.trim().split(" +", 6)[4].equals(self))
        .count();
  }
}
