package dev.contop.os.process;

import dev.contop.os.process.HostPrograms.Running;
import dev.contop.os.process.Launch.Streams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The desktop's own programs for its lock and its sleep, with arguments that no phone has a say in.
 *
 * <p>They end with the thread that started them: start all from one that stays. One thread.
 */
public final class SessionPrograms implements AutoCloseable {

  private static final String MARKER = "CONTOP_DEVICE";

  private final Programs programs;
  private final Path home;
  private final Marker marker = new Marker(MARKER, UUID.randomUUID().toString());
  private final ProcessTree tree = ProcessTree.markedBy(marker);
  private final Launch launch;

  /**
   * @param environment what a program needs to find the desktop, {@code DISPLAY} for instance
   */
  public SessionPrograms(Programs programs, Path home, Map<String, String> environment) {
    this.programs = programs;
    this.home = home;
    this.launch = new Launch(programs, "TERM", environment);
    Signals.prepare();
  }

  /** Asks logind for the graphical session of the Unix user {@code uid}; writes its name. */
  public Optional<Running> startFindingSession(int uid) throws IOException {
    return start("loginctl", "show-user", Integer.toString(uid), "--property=Display", "--value");
  }

  /** Asks logind to have a session lock itself. */
  public Optional<Running> startLockingSession(String session) throws IOException {
    return start("loginctl", "lock-session", session);
  }

  /** Asks logind whether a session says that it is locked; writes {@code yes} or {@code no}. */
  public Optional<Running> startAskingWhetherLocked(String session) throws IOException {
    return start("loginctl", "show-session", session, "--property=LockedHint", "--value");
  }

  /** Asks the desktop, whichever it is, to lock itself. */
  public Optional<Running> startLockingScreen() throws IOException {
    return start("xdg-screensaver", "lock");
  }

  /** Keeps logind from suspending for as long as it runs; writes a line once it does. */
  public Optional<Running> startInhibiting() throws IOException {
    return start(
        "systemd-inhibit",
        "--what=idle:sleep",
        "--who=Contop Host",
        "--why=A phone keeps this computer awake",
        "--mode=block",
        "/bin/sh",
        "-c",
        "echo held; exec sleep infinity");
  }

  /** Starts one; nothing when this machine has no such program. */
  private Optional<Running> start(String name, String... arguments) throws IOException {
    Optional<Path> program = programs.find(name);
    if (program.isEmpty()) {
      return Optional.empty();
    }
    ArrayList<String> words = new ArrayList<>();
    words.add(program.get().toString());
    words.addAll(List.of(arguments));
    return Optional.of(new Running(launch.start(words, home, marker, Streams.OUTPUT, tree)));
  }

  /** Ends what of them still runs, and whatever they started; takes half a second at most. */
  @Override
  public void close() {
    int unused = new TreeEnding(tree).end();
  }
}
