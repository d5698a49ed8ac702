package dev.contop.application.screen;

import java.util.Optional;

/**
 * Lets the capture thread in to somebody who reads, until that one leaves. No lock is held while
 * the thread is inside, since it may call native code there.
 */
public final class Entrance {

  // Guarded by this.
  private Optional<Thread> inside = Optional.empty();
  private boolean shut;

  /** Whether the calling thread is in now; then it has to {@link #leave}. Never blocks. */
  public synchronized boolean enter() {
    if (shut) {
      return false;
    }
    inside = Optional.of(Thread.currentThread());
    return true;
  }

  /** The thread that was let in is done. */
  public synchronized void leave() {
    inside = Optional.empty();
    notifyAll();
  }

  /**
   * Nobody is let in any more, and nobody is inside once this has returned, but who shuts from
   * within. Blocks for a call at most; an interruption is kept for later.
   */
  public synchronized void shut() {
    shut = true;
    boolean interrupted = false;
    while (inside.filter(thread -> thread != Thread.currentThread()).isPresent()) {
      try {
        wait();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
