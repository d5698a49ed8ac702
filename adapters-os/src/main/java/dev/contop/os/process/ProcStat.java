package dev.contop.os.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;

/**
 * What {@code /proc/PID/stat} says of a process (proc_pid_stat(5)).
 *
 * @param startedAt clock ticks since boot; with the pid it identifies a process for good
 */
record ProcStat(long pid, long parent, long session, long startedAt, boolean alive) {

  // Counted from the state, which follows the name in parentheses.
  private static final int PARENT = 1;
  private static final int SESSION = 3;
  private static final int THREADS = 17;
  private static final int STARTED = 19;

  /** Reads it; empty when the process has just gone. */
  static Optional<ProcStat> read(long pid) {
    try {
      return parse(
          pid, Files.readString(ProcFolder.of(pid).resolve("stat"), StandardCharsets.ISO_8859_1));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /** Parses the line; the name in it may hold spaces, newlines and parentheses. */
  static Optional<ProcStat> parse(long pid, String line) {
    int nameEnd = line.lastIndexOf(')');
    if (nameEnd < 0 || nameEnd + 2 > line.length()) {
      return Optional.empty();
    }
    String[] fields = line.substring(nameEnd + 2).trim().split(" ", STARTED + 2);
    if (fields.length <= STARTED) {
      return Optional.empty();
    }
    try {
      // A process whose first thread has ended looks like a zombie while its other threads live on.
      boolean ended = fields[0].equals("Z") || fields[0].equals("X");
      return Optional.of(
          new ProcStat(
              pid,
              Long.parseLong(fields[PARENT]),
              Long.parseLong(fields[SESSION]),
              Long.parseLong(fields[STARTED]),
              !ended || Long.parseLong(fields[THREADS]) > 1));
    } catch (NumberFormatException notNumbers) {
      return Optional.empty();
    }
  }
}
