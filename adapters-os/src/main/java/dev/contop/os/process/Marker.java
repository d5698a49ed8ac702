package dev.contop.os.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The environment variable by which all processes of one tree are known: children inherit it, and
 * neither a new session nor a new parent takes it away.
 */
record Marker(String name, String value) {

  // The kernel bounds arguments and environment together at 6 MiB.
  private static final int ENVIRONMENT_BYTES = 6 * 1024 * 1024;

  /** What an environment says about its process. */
  enum Reading {
    MARKED,
    UNMARKED,
    /** Not ours to read, gone, or in the middle of an exec. */
    UNKNOWN
  }

  /** Looks for the marker in {@code /proc/PID/environ}. */
  Reading lookIn(Path processFolder) {
    try (InputStream in = Files.newInputStream(processFolder.resolve("environ"))) {
      byte[] environment = in.readNBytes(ENVIRONMENT_BYTES);
      if (environment.length == 0) {
        return Reading.UNKNOWN;
      }
      return isIn(environment) ? Reading.MARKED : Reading.UNMARKED;
    } catch (IOException unreadable) {
      return Reading.UNKNOWN;
    }
  }

  /** Whether {@code environment}, entries ended by NUL, holds exactly this variable. */
  boolean isIn(byte[] environment) {
    byte[] entry = (name + "=" + value).getBytes(StandardCharsets.UTF_8);
    int start = 0;
    for (int i = 0; i <= environment.length; i++) {
      if (i == environment.length || environment[i] == 0) {
        if (i - start == entry.length && matches(environment, start, entry)) {
          return true;
        }
        start = i + 1;
      }
    }
    return false;
  }

  private static boolean matches(byte[] environment, int at, byte[] entry) {
    for (int i = 0; i < entry.length; i++) {
      if (environment[at + i] != entry[i]) {
        return false;
      }
    }
    return true;
  }
}
