package dev.contop.benchmarks.endtoend;

import dev.contop.e2e.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How busy the machine is: its load now, and its ticks since it was started. */
record Machine(String load, long ticks, long idle, long steal) {

  private static final Pattern SPACES = Pattern.compile("\\s+");

  static Machine now() throws IOException {
    String total = Files.readAllLines(Path.of("/proc/stat")).get(0);
    return of(Processes.load(), total);
  }

  /**
   * @param total the first line of {@code /proc/stat}: cpu, user, nice, system, idle, iowait, irq,
   *     softirq, steal (proc(5))
   */
  static Machine of(String load, String total) {
    List<Long> ticks = SPACES.splitAsStream(total).skip(1).limit(8).map(Long::valueOf).toList();
    return new Machine(
        load,
        ticks.stream().mapToLong(Long::longValue).sum(),
        ticks.get(3) + ticks.get(4),
        ticks.get(7));
  }

  /** What a reader must know of the machine to believe figures measured from then to now. */
  String since(Machine before, int cores) {
    double all = Math.max(1, ticks - before.ticks);
    return String.format(
        Locale.ROOT,
        "%d cores, load %s before and %s after, busy %.0f %%, steal %.1f %%",
        cores,
        before.load,
        load,
        100 * (1 - (idle - before.idle) / all),
        100 * (steal - before.steal) / all);
  }
}
