package dev.contop.os.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What all processes of one tree are known by: an environment variable, and where the system has
 * them a pair of limits. Children inherit both, and neither a new session nor a new parent takes
 * them away; a new environment takes only the first.
 */
record Marker(String name, String value, Optional<LimitMark> limits) {

  // The kernel bounds arguments and environment together at 6 MiB.
  private static final int ENVIRONMENT_BYTES = 6 * 1024 * 1024;

  /** One with limits drawn for it. */
  Marker(String name, String value) {
    this(name, value, LimitMark.draw());
  }

  /** What is known of a process. */
  enum Reading {
    MARKED,
    UNMARKED,
    /** Not ours to read, gone, or in the middle of an exec. */
    UNKNOWN
  }

  /** Looks for the marker in the {@code environ} and {@code limits} of {@code /proc/PID}. */
  Reading lookIn(Path processFolder) {
    Reading environment = lookInEnvironment(processFolder);
    return environment != Reading.MARKED
            && limits.filter(mark -> mark.isOn(processFolder)).isPresent()
        ? Reading.MARKED
        : environment;
  }

  private Reading lookInEnvironment(Path processFolder) {
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
