package dev.contop.os.process;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends a process tree: SIGTERM to each process once, SIGKILL to what is left half a second later,
 * again and again until nothing is found any more, for at most three seconds in all (T31).
 *
 * <p>Time runs from the making of it. Blocks its caller meanwhile; one thread.
 */
final class TreeEnding {

  static final Duration POLITE_FOR = Duration.ofMillis(500);
  static final Duration AT_MOST = Duration.ofSeconds(3);

  private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

  /** How long to go on looking when something unknown came and went all the time. */
  private static final long DOUBT_FOR = TimeUnit.MILLISECONDS.toNanos(200);

  private static final int PASSES_TO_BE_SURE = 2;

  private final ProcessTree tree;
  private final Set<Long> asked = new HashSet<>();
  private final long start = System.nanoTime();

  TreeEnding(ProcessTree tree) {
    this.tree = tree;
  }

  /** Whether there is time for another attempt. */
  boolean hasTime() {
    return elapsed() < AT_MOST.toNanos();
  }

  private long elapsed() {
    return System.nanoTime() - start;
  }

  /** Ends all of it and returns how many processes could not be ended. */
  int end() {
    long pause = FIRST_PAUSE;
    int sure = 0;
    long lastSeen = System.nanoTime();
    while (true) {
      boolean force = elapsed() >= POLITE_FOR.toNanos();
      ProcessTree.Pass pass = tree.visit(pid -> signal(pid, force));
      if (pass.found() > 0) {
        sure = 0;
        lastSeen = System.nanoTime();
      } else {
        sure = pass.missed() ? 0 : sure + 1;
        if (sure >= PASSES_TO_BE_SURE || System.nanoTime() - lastSeen > DOUBT_FOR) {
          return 0;
        }
      }
      if (!hasTime()) {
        return pass.found();
      }
      if (pass.found() > 0) {
        LockSupport.parkNanos(pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE);
      }
    }
  }

  /**
   * Kills whoever still holds the tree's output open: it has come from the tree too, with its marks
   * washed off.
   */
  void killPipeHolders() {
    tree.visitPipeHolders(pid -> Signals.send(pid, Signals.KILL));
  }

  private void signal(long pid, boolean force) {
    if (force) {
      Signals.send(pid, Signals.KILL);
    } else if (asked.add(pid)) {
      Signals.send(pid, Signals.TERMINATE);
      // A stopped process takes no signal but SIGKILL until it goes on.
      Signals.send(pid, Signals.CONTINUE);
    }
  }
}
