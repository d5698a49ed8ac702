package dev.contop.capture;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The sleep of a screen that nothing outside tells of changes: one thread sleeps, any other wakes
 * it. To be woken while awake ends the next sleep, however often it happened.
 */
public final class Doze {

  private final Semaphore woken = new Semaphore(0);

  /** Any thread; never blocks. */
  public void wake() {
    if (woken.availablePermits() == 0) {
      woken.release();
    }
  }

  /** Whether it has been woken since the last sleep; that is forgotten then. */
  public boolean wasWoken() {
    return woken.drainPermits() > 0;
  }

  /**
   * Sleeps for so long at most. Whoever interrupts a thread that can be woken wants the wait to
   * end, and the thread to know.
   *
   * @param nanos not at all when it is not positive
   * @return whether it was woken or interrupted
   */
  public boolean sleep(long nanos) {
    try {
      boolean rung = woken.tryAcquire(nanos, TimeUnit.NANOSECONDS);
      woken.drainPermits();
      return rung;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
