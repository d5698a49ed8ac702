package dev.contop.os.process;

import dev.contop.domain.media.ScreenSize;
import dev.contop.os.process.Launch.Streams;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The few programs that the host itself starts, with arguments that no phone has a say in.
 *
 * <p>They end with the thread that started them: start all from one that stays. One thread, but for
 * {@link #close}.
 */
public final class HostPrograms implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HostPrograms.class);

  private static final String MARKER = "CONTOP_DESKTOP";

  private final Programs programs;
  private final Path home;
  private final Marker marker;
  private final ProcessTree tree;
  private final Object closing = new Object();

  public HostPrograms(Programs programs, Path home) {
    this.programs = programs;
    this.home = home;
    this.marker = new Marker(MARKER, UUID.randomUUID().toString());
    this.tree = ProcessTree.markedBy(marker);
    Signals.prepare();
  }

  /**
   * Starts an X server without a monitor on a display of its own choice, which it writes as one
   * line when it can be reached. Takes only clients that know a cookie of {@code cookies}.
   */
  public Running startScreen(ScreenSize size, Path cookies) throws IOException {
    return start(
        List.of(
            program("Xvfb"),
            "-displayfd",
            "1",
            "-screen",
            "0",
            size.width() + "x" + size.height() + "x24",
            "-nolisten",
            "tcp",
            "-noreset",
            "-auth",
            cookies.toString()),
        Map.of(),
        Streams.OUTPUT);
  }

  /** Starts a light window manager on {@code display}. */
  public Running startWindowManager(String display) throws IOException {
    return start(List.of(program("openbox")), Map.of("DISPLAY", display), Streams.NONE);
  }

  /** Starts a terminal with the user's shell on {@code display}. */
  public Running startTerminal(String display) throws IOException {
    return start(
        List.of(
            program("xterm"),
            "-u8",
            "-fa",
            "Monospace",
            "-fs",
            "14",
            "-geometry",
            "90x26+40+50",
            "-bg",
            "#1e1e1e",
            "-fg",
            "#e6e6e6",
            "-title",
            "Terminal"),
        Map.of("DISPLAY", display),
        Streams.NONE);
  }

  private String program(String name) throws IOException {
    return programs
        .find(name)
        .orElseThrow(() -> new IOException(name + " is not there"))
        .toString();
  }

  private Running start(List<String> words, Map<String, String> environment, Streams read)
      throws IOException {
    return new Running(
        new Launch(programs, "TERM", environment).start(words, home, marker, read, tree));
  }

  /**
   * Ends all of them, and whatever was started from within them; takes half a second at most. Any
   * thread, and again after more was started.
   */
  @Override
  public void close() {
    synchronized (closing) {
      int left = new TreeEnding(tree).end();
      if (left > 0) {
        LOG.error("{} processes of the virtual desktop could not be ended", left);
      }
    }
  }

  /** One that was started. */
  public static final class Running {

    private static final long LOOK_EVERY = 2_000_000;

    private final Process process;

    Running(Process process) {
      this.process = process;
    }

    public boolean isAlive() {
      return process.isAlive();
    }

    /** Its process id. */
    public long pid() {
      return process.pid();
    }

    /**
     * The first line it writes; waits for so long, and is empty when none came or it ended without.
     */
    public Optional<String> firstLine(Duration within) throws IOException {
      long deadline = System.nanoTime() + within.toNanos();
      InputStream output = process.getInputStream();
      while (output.available() == 0 && process.isAlive() && System.nanoTime() < deadline) {
        LockSupport.parkNanos(LOOK_EVERY);
      }
      return process.isAlive() && output.available() == 0 ? Optional.empty() : firstLine();
    }

    /** How it ended; waits for so long, and is empty when it still runs then. */
    public OptionalInt exitCode(Duration within) {
      long deadline = System.nanoTime() + within.toNanos();
      while (process.isAlive() && System.nanoTime() < deadline) {
        LockSupport.parkNanos(LOOK_EVERY);
      }
      return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /** Ends it, politely; its children follow by themselves or not at all. */
    public void end() {
      process.destroy();
    }

    /** The first line it writes; blocks until then, empty when it ends without. */
    public Optional<String> firstLine() throws IOException {
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
        return Optional.ofNullable(lines.readLine());
      }
    }
  }
}
