package dev.contop.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Readings of processes from {@code /proc}. */
public final class Processes {

  private static final Pattern SPACES = Pattern.compile(" ");
  private static final long PAGE = 4096;
  private static final double TICKS_PER_SECOND = 100;

  private Processes() {}

  /** The resident memory of one process, in bytes. */
  public static long residentBytes(long pid) throws IOException {
    List<String> fields =
        SPACES.splitAsStream(Files.readString(Path.of("/proc/" + pid + "/statm"))).toList();
    return Long.parseLong(fields.get(1)) * PAGE;
  }

  /** The processor time that a process has used so far, in seconds. */
  public static double cpuSeconds(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    List<String> fields = SPACES.splitAsStream(stat.substring(stat.lastIndexOf(')') + 2)).toList();
    return (Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12))) / TICKS_PER_SECOND;
  }

  /** The machine's load average over one minute. */
  public static String load() throws IOException {
    return SPACES
        .splitAsStream(Files.readString(Path.of("/proc/loadavg")))
        .findFirst()
        .orElseThrow();
  }

  /** Living processes whose environment has {@code marker}. */
  public static List<ProcessHandle> withEnvironment(String marker) {
    return ProcessHandle.allProcesses()
        .filter(process -> environment(process.pid()).contains(marker))
        .filter(process -> !isZombie(process.pid()))
        .collect(Collectors.toList());
  }

  private static String environment(long pid) {
    return read(Path.of("/proc/" + pid + "/environ"));
  }

  private static boolean isZombie(long pid) {
    String stat = read(Path.of("/proc/" + pid + "/stat"));
    return stat.contains(") Z ");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
    } catch (IOException gone) {
      return "";
    }
  }
}
