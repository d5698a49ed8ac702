package dev.contop.application.session;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.kotlinx.lincheck.LinChecker;
import org.jetbrains.kotlinx.lincheck.annotations.Operation;
import org.jetbrains.kotlinx.lincheck.annotations.Validate;
import org.jetbrains.kotlinx.lincheck.strategy.stress.StressOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whoever offers and whichever thread of the pool works: every task runs once, none beside another,
 * and none is left lying.
 */
@Timeout(120)
public class SerialQueueRacesTest {

  private final Queue<Runnable> pool = new ConcurrentLinkedQueue<>();
  private final SerialQueue queue = new SerialQueue(pool::add, 16, 0);
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger beside = new AtomicInteger();
  private final AtomicInteger run = new AtomicInteger();

  @Operation
  public void offer() {
    if (queue.offer(this::task)) {
      taken.incrementAndGet();
    }
  }

  /** A thread of the pool takes what is there. */
  @Operation
  public void work() {
    Runnable next = pool.poll();
    if (next != null) {
      next.run();
    }
  }

  private void task() {
    if (inside.incrementAndGet() != 1) {
      beside.incrementAndGet();
    }
    run.incrementAndGet();
    inside.decrementAndGet();
  }

  @Validate
  public void validate() {
    for (Runnable next = pool.poll(); next != null; next = pool.poll()) {
      next.run();
    }
    if (beside.get() != 0 || run.get() != taken.get()) {
      throw new IllegalStateException(
          taken + " taken, " + run + " run, " + beside + " beside another");
    }
  }

  @Test
  void shouldRunEveryTaskOnceWhicheverThreadsOffer() {
    LinChecker.check(
        SerialQueueRacesTest.class,
        new StressOptions()
            .iterations(4)
            .invocationsPerIteration(1000)
            .threads(3)
            .actorsPerThread(3));
  }
}
