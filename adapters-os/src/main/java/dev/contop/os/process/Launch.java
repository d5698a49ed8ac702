package dev.contop.os.process;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a child process is begun: in a session of its own, with no input, marked, and gone when the
 * host is.
 *
 * <p>The own session keeps it off the host's terminal (its Ctrl-C, and {@code /dev/tty}). The
 * kernel sends the signal named to {@code setpriv} when the <em>thread</em> that started the child
 * ends (PR_SET_PDEATHSIG), so that thread has to stay until the child has gone; then it covers even
 * a host that was killed. {@code prlimit} gives the child the limits that mark it. All three
 * programs belong to util-linux; where they are missing the child starts without.
 */
final class Launch {

  private static final List<String> UNWANTED = List.of("BASH_ENV", "ENV");
  private static final String SHELL_FUNCTION = "BASH_FUNC_";

  private final Optional<Path> limiter;
  private final List<String> prefix = new ArrayList<>();
  private final Map<String, String> additions;

  /**
   * @param additions environment variables beside the user's own
   */
  Launch(Programs programs, String deathSignal, Map<String, String> additions) {
    this.limiter = programs.find("prlimit");
    programs
        .find("setpriv")
        .ifPresent(path -> prefix.addAll(List.of(path.toString(), "--pdeathsig", deathSignal)));
    programs.find("setsid").ifPresent(path -> prefix.add(path.toString()));
    this.additions = Map.copyOf(additions);
  }

  /** Which of a child's streams are read; the others go nowhere. */
  enum Streams {
    BOTH,
    OUTPUT,
    NONE
  }

  /** Begins {@code words} in {@code folder}, as one more root of {@code tree}. */
  Process start(List<String> words, Path folder, Marker marker, Streams read, ProcessTree tree)
      throws IOException {
    return start(words, folder, Map.of(), marker, read, tree);
  }

  /**
   * The same with variables set for this child alone.
   *
   * @param own beside all others, and before them
   */
  Process start(
      List<String> words,
      Path folder,
      Map<String, String> own,
      Marker marker,
      Streams read,
      ProcessTree tree)
      throws IOException {
    ProcessBuilder builder = builder(words, folder, own, marker);
    if (read != Streams.BOTH) {
      builder.redirectError(Redirect.DISCARD);
    }
    if (read == Streams.NONE) {
      builder.redirectOutput(Redirect.DISCARD);
    }
    Process process = builder.start();
    tree.addRoot(process.toHandle());
    return process;
  }

  private ProcessBuilder builder(
      List<String> words, Path folder, Map<String, String> own, Marker marker) {
    List<String> line = new ArrayList<>();
    if (limiter.isPresent() && marker.limits().isPresent()) {
      line.addAll(List.of(limiter.get().toString(), marker.limits().get().option()));
    }
    line.addAll(prefix);
    line.addAll(words);
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectInput(Redirect.from(new File("/dev/null")));
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(Launch::isUnwanted);
    environment.putAll(additions);
    if (!speaksUtf8(environment)) {
      environment.remove("LC_ALL");
      environment.put("LC_CTYPE", "C.UTF-8");
    }
    environment.putAll(own);
    environment.put(marker.name(), marker.value());
    return builder;
  }

  /** Whether a shell would run it before the command: what runs is what was authorized (T52). */
  private static boolean isUnwanted(String variable) {
    return UNWANTED.contains(variable) || variable.startsWith(SHELL_FUNCTION);
  }

  private static boolean speaksUtf8(Map<String, String> environment) {
    for (String variable : List.of("LC_ALL", "LC_CTYPE", "LANG")) {
      String locale = environment.getOrDefault(variable, "");
      if (!locale.isEmpty()) {
        String lower = locale.toLowerCase(Locale.ROOT);
        return lower.endsWith("utf-8") || lower.endsWith("utf8");
      }
    }
    return false;
  }
}
