package dev.contop.benchmarks.endtoend;

import dev.contop.e2e.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The processes of a server, with everything below them, as {@code /proc} shows them. */
record ProcessTree(List<Long> roots) {

  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final double TICKS_PER_SECOND = 100;

  /** The processor time used so far, with that of children that are gone, in seconds. */
  double cpuSeconds() {
    return living().mapToDouble(ProcessTree::ticks).sum() / TICKS_PER_SECOND;
  }

  /**
   * The memory in use, in MB: of a single process what is resident; of several, whose pages are
   * largely the same ones, what is resident with each shared page counted in parts.
   */
  double memory() {
    List<Long> all = living().toList();
    return all.size() == 1
        ? resident(all.get(0))
        : all.stream().mapToDouble(ProcessTree::proportional).sum();
  }

  private Stream<Long> living() {
    return roots.stream()
        .flatMap(root -> ProcessHandle.of(root).stream())
        .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
        .map(ProcessHandle::pid)
        .distinct();
  }

  private static double ticks(long pid) {
    String stat = read(pid, "stat");
    if (stat.isEmpty()) {
      return 0;
    }
    // From the third field on, after the name, which may hold spaces: proc(5).
    List<String> fields = SPACES.splitAsStream(stat.substring(stat.lastIndexOf(')') + 2)).toList();
    return fields.subList(11, 15).stream().mapToLong(Long::parseLong).sum();
  }

  private static double resident(long pid) {
    try {
      return Processes.residentBytes(pid) / 1e6;
    } catch (IOException gone) {
      return Double.NaN;
    }
  }

  private static double proportional(long pid) {
    return read(pid, "smaps_rollup")
        .lines()
        .filter(line -> line.startsWith("Pss:"))
        .mapToDouble(line -> kilobytes(line) * 1024 / 1e6)
        .sum();
  }

  /** Of a line such as {@code Pss: 1234 kB}. */
  private static long kilobytes(String line) {
    return Long.parseLong(SPACES.splitAsStream(line).skip(1).findFirst().orElseThrow());
  }

  private static String read(long pid, String file) {
    try {
      return Files.readString(Path.of("/proc/" + pid, file));
    } catch (IOException gone) {
      return "";
    }
  }
}
