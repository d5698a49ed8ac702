package dev.contop.webrtc;

import dev.contop.application.time.ReadTicks;
import dev.contop.application.time.Schedule;
import dev.contop.domain.limits.TokenBucket;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps a generation and its screen at work for a phone that is about to make its offer, so that
 * the first picture is there before the connection is.
 *
 * <p>Whoever knocks causes it, so it ends by itself and cannot be caused without end.
 */
final class Expectation {

  private static final Duration LASTS = Duration.ofSeconds(3);
  private static final int AT_ONCE = 5;
  private static final Duration ONE_MORE_EVERY = Duration.ofSeconds(10);

  private final Generations generations;
  private final Schedule schedule;
  private final ReadTicks clock;

  // Guarded by this.
  private TokenBucket left;
  private boolean waiting;
  private boolean over;
  private Optional<Schedule.Cancel> end = Optional.empty();

  Expectation(Generations generations, Schedule schedule, ReadTicks clock) {
    this.generations = generations;
    this.schedule = schedule;
    this.clock = clock;
    this.left = TokenBucket.full(AT_ONCE, ONE_MORE_EVERY, clock.now());
  }

  /** Any thread; never blocks. Without effect when it comes too often. */
  void begin() {
    synchronized (this) {
      left = left.at(clock.now());
      if (over || waiting || left.isEmpty()) {
        return;
      }
      left = left.take();
      waiting = true;
    }
    generations.acquire(unused -> granted(), this::forget);
  }

  /** Nobody is expected any more, now or later. */
  void close() {
    synchronized (this) {
      over = true;
    }
    end();
  }

  private void end() {
    if (forget()) {
      generations.release(0);
    }
  }

  private void granted() {
    synchronized (this) {
      if (!over) {
        end = Optional.of(schedule.after(LASTS, this::end));
        return;
      }
    }
    generations.release(0);
  }

  /** Whether there was a generation to give back. */
  private synchronized boolean forget() {
    boolean held = end.isPresent();
    end.ifPresent(Schedule.Cancel::cancel);
    end = Optional.empty();
    waiting = false;
    return held;
  }
}
