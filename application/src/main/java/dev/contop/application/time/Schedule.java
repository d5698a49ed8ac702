package dev.contop.application.time;

import java.time.Duration;

/** Runs something later. */
public interface Schedule {

  /**
   * Runs {@code task} once after {@code delay} on a timer thread; the task only posts. The result
   * cancels it.
   */
  Cancel after(Duration delay, Runnable task);

  /** Takes back what was scheduled, if it has not begun. */
  interface Cancel {
    void cancel();
  }
}
