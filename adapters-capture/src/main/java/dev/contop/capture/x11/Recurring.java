package dev.contop.capture.x11;

import java.time.Duration;

/** Something that is due again and again; times are of {@link System#nanoTime}. */
final class Recurring {

  private final long every;
  private long next;

  Recurring(Duration every, long now) {
    this.every = every.toNanos();
    next = now + this.every;
  }

  boolean isDue(long now) {
    return now - next >= 0;
  }

  /** It was done: the next time is counted from now. */
  void done(long now) {
    next = now + every;
  }

  long nanosLeft(long now) {
    return Math.max(0, next - now);
  }
}
