package dev.contop.os.device;

import dev.contop.os.process.HostPrograms.Running;
import dev.contop.os.process.SessionPrograms;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;

/**
 * Locks the user's graphical session through logind, or by the desktop's own program.
 *
 * <p>logind only passes the wish on, and succeeds when nobody listens. So it is asked afterwards
 * whether the session says that it is locked; when it does not say so, neither does this.
 */
final class SessionLock implements LockScreen {

  private static final long ALL_WITHIN = Duration.ofMillis(1900).toNanos();
  private static final long CONFIRMED_WITHIN = Duration.ofMillis(500).toNanos();
  private static final long ASK_EVERY = 50_000_000;

  private final SessionPrograms programs;
  private final int uid;
  private final boolean desktopIsKnown;
  private long deadline;

  /**
   * @param desktopIsKnown whether the environment names the desktop; without it its program can do
   *     no more than darken the screen
   */
  SessionLock(SessionPrograms programs, int uid, boolean desktopIsKnown) {
    this.programs = programs;
    this.uid = uid;
    this.desktopIsKnown = desktopIsKnown;
  }

  @Override
  public void lock() throws NotPossible {
    deadline = System.nanoTime() + ALL_WITHIN;
    try {
      Optional<String> session = line(programs.startFindingSession(uid));
      boolean asked = session.isPresent() && succeeds(programs.startLockingSession(session.get()));
      if (asked && isConfirmed(session.get())) {
        return;
      }
      if (desktopIsKnown && succeeds(programs.startLockingScreen())) {
        if (session.isEmpty() || isConfirmed(session.get())) {
          return;
        }
        asked = true;
      }
      throw new NotPossible(
          asked
              ? "The desktop was asked to lock itself, and does not say that it is locked."
              : "This desktop has no lock that can be reached: neither loginctl nor"
                  + " xdg-screensaver works here.");
    } catch (IOException failed) {
      throw new NotPossible("The desktop's lock could not be started.");
    }
  }

  private boolean isConfirmed(String session) throws IOException {
    long until = Math.min(deadline, System.nanoTime() + CONFIRMED_WITHIN);
    while (System.nanoTime() < until) {
      if (line(programs.startAskingWhetherLocked(session)).filter("yes"::equals).isPresent()) {
        return true;
      }
      LockSupport.parkNanos(ASK_EVERY);
    }
    return false;
  }

  private Duration left() {
    return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
  }

  private Optional<String> line(Optional<Running> program) throws IOException {
    if (program.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> line = program.get().firstLine(left());
    program.get().end();
    return line.map(String::strip).filter(text -> !text.isEmpty());
  }

  private boolean succeeds(Optional<Running> program) {
    if (program.isEmpty()) {
      return false;
    }
    OptionalInt code = program.get().exitCode(left());
    program.get().end();
    return code.isPresent() && code.getAsInt() == 0;
  }
}
