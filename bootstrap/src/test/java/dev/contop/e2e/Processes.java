package dev.contop.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Readings of processes from {@code /proc}. */
public final class Processes {

  private static final Pattern SPACES = Pattern.compile(" ");
  private static final long PAGE = 4096;
  private static final double TICKS_PER_SECOND = 100;

  /** By this in their environment the hosts of this process are known, and what they run. */
  static final String MARK = "END_TO_END_TESTS";

  static final String MARKED = Long.toString(ProcessHandle.current().pid());

  private Processes() {}

  /** Living processes of commands that hosts of this test process run. */
  static List<ProcessHandle> executions() {
    String ours = "\0" + MARK + "=" + MARKED + "\0";
    return ProcessHandle.allProcesses()
        .filter(
            process -> {
              String environment = "\0" + environment(process.pid()) + "\0";
              return environment.contains("\0CONTOP_EXECUTION=") && environment.contains(ours);
            })
        .filter(process -> !isZombie(process.pid()))
        .toList();
  }

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
