package dev.contop.os.time;

import dev.contop.application.time.Schedule;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what is scheduled on one daemon thread, in order of time. Thread-safe.
 *
 * <p>A task that throws is logged and harms no other. What is cancelled is forgotten at once. After
 * {@link #close} nothing runs any more, and scheduling does nothing.
 */
public final class TimerThread implements Schedule, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TimerThread.class);

  /** Far more than all sessions together need; more means that someone does not cancel. */
  static final int MOST_PENDING = 10_000;

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1,
          work -> {
            Thread thread = new Thread(work, "timer");
            thread.setDaemon(true);
            return thread;
          });

  public TimerThread() {
    timer.setRemoveOnCancelPolicy(true);
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public Cancel after(Duration delay, Runnable task) {
    if (timer.getQueue().size() >= MOST_PENDING) {
      throw new IllegalStateException("Too many tasks wait for the timer");
    }
    try {
      Future<?> pending =
          timer.schedule(() -> run(task), Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
      return () -> pending.cancel(false);
    } catch (RejectedExecutionException closed) {
      return () -> {};
    }
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      LOG.error("A scheduled task failed", e);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
