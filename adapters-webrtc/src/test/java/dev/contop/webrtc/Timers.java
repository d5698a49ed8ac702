package dev.contop.webrtc;

import dev.contop.application.time.ReadTicks;
import dev.contop.application.time.Schedule;
import dev.contop.domain.limits.Ticks;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Real time for tests. */
final class Timers implements Schedule, ReadTicks, AutoCloseable {

  private final long origin = System.nanoTime();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "test-timer");
            thread.setDaemon(true);
            return thread;
          });

  @Override
  public Cancel after(Duration delay, Runnable task) {
    ScheduledFuture<?> later = timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> later.cancel(false);
  }

  @Override
  public Ticks now() {
    return new Ticks(System.nanoTime() - origin);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
