package dev.contop.os.process;

import dev.contop.application.command.ObserveCommand;
import dev.contop.application.command.RunCommand;
import dev.contop.application.command.RunningCommand;
import dev.contop.domain.execution.AuthorizedCommand;
import dev.contop.domain.execution.Command;
import dev.contop.domain.execution.ExecutionId;
import dev.contop.os.process.Launch.Streams;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs commands by the shell of a Linux or macOS desktop.
 *
 * <p>The shell is bash without its start-up files, else {@code /bin/sh}. It runs in the user's home
 * folder unless the command names another, in a session of its own, with the user's environment,
 * without a terminal and without input. When it has exited, or is killed, whatever it left running
 * is ended as well (T31, T50).
 *
 * <p>At most {@value #AT_ONCE} commands run at once, on three threads each; one more is refused by
 * {@link ObserveCommand#failed} before {@link #run} returns. Thread-safe.
 */
public final class ShellCommands implements RunCommand, AutoCloseable {

  /** How many commands may run at once, of all sessions together. */
  public static final int AT_ONCE = 16;

  static final String MARKER = "CONTOP_EXECUTION";

  private static final Duration SHUTDOWN_WITHIN = Duration.ofSeconds(2);

  private final Path home;
  private final Launch launch;
  private final List<String> shell;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Set<RunningShell> running = ConcurrentHashMap.newKeySet();
  private final AtomicLong started = new AtomicLong();
  private volatile boolean closed;

  /**
   * @param home where commands run that name no folder
   * @param environment variables that commands get beside the user's own, the desktop's {@code
   *     DISPLAY} for instance
   */
  public ShellCommands(Path home, Map<String, String> environment) {
    this(home, environment, Programs.installed(System.getenv()));
  }

  ShellCommands(Path home, Map<String, String> environment, Programs programs) {
    this.home = home;
    Map<String, String> additions = new HashMap<>(environment);
    additions.putIfAbsent("TERM", "dumb");
    this.launch = new Launch(programs, "KILL", additions);
    this.shell =
        programs
            .find("bash")
            .map(bash -> List.of(bash.toString(), "--noprofile", "--norc", "-c"))
            .orElse(List.of("/bin/sh", "-c"));
    Signals.prepare();
  }

  @Override
  public RunningCommand run(
      ExecutionId execution, AuthorizedCommand command, int outputLimit, ObserveCommand observer) {
    if (closed) {
      observer.failed("The host is shutting down.");
      return () -> {};
    }
    if (!places.tryAcquire()) {
      observer.failed("Too many commands are running at once; try again when one has ended.");
      return () -> {};
    }
    long number = started.incrementAndGet();
    // The number tells the steps of one execution apart: ending one must not end another.
    Marker marker = new Marker(MARKER, execution.value() + "." + number);
    List<String> words = new ArrayList<>(shell);
    Command asked = command.command();
    words.add(asked.line());
    RunningShell one =
        new RunningShell(
            "command-" + number,
            tree ->
                launch.start(words, folder(asked), asked.environment(), marker, Streams.BOTH, tree),
            ProcessTree.markedBy(marker),
            outputLimit,
            observer,
            places::release,
            running::remove);
    running.add(one);
    one.begin();
    if (closed) {
      one.kill();
    }
    return one;
  }

  private Path folder(Command command) throws IOException {
    try {
      return command.folder().equals(Command.HOME) ? home : Path.of(command.folder());
    } catch (InvalidPathException noFolder) {
      throw new IOException("The folder has no path", noFolder);
    }
  }

  /** Ends all that runs and refuses what comes; returns when all have ended, within 2 s. */
  @Override
  public void close() {
    closed = true;
    long deadline = System.nanoTime() + SHUTDOWN_WITHIN.toNanos();
    running.forEach(RunningShell::kill);
    while (!running.isEmpty() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(1_000_000);
    }
  }
}
