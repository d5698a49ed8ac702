package dev.contop.domain.limits;

import java.time.Duration;

/**
 * A limit on how often something may happen: up to {@code capacity} at once, one more each {@code
 * interval}.
 *
 * <p>Immutable; {@link #take} answers with the bucket that follows. Not tied to a thread.
 */
public record TokenBucket(int capacity, Duration interval, int left, Ticks refilled) {

  /** A full bucket, as seen at {@code now}. */
  public static TokenBucket full(int capacity, Duration interval, Ticks now) {
    return new TokenBucket(capacity, interval, capacity, now);
  }

  /** The bucket as it stands at {@code now}, with what has trickled in since. */
  public TokenBucket at(Ticks now) {
    long gained = now.since(refilled).toNanos() / interval.toNanos();
    if (gained <= 0) {
      return this;
    }
    if (left + gained >= capacity) {
      return new TokenBucket(capacity, interval, capacity, now);
    }
    return new TokenBucket(
        capacity, interval, left + (int) gained, refilled.plus(interval.multipliedBy(gained)));
  }

  public boolean isEmpty() {
    return left == 0;
  }

  public boolean isFull() {
    return left == capacity;
  }

  /** The bucket with one token fewer; an empty one stays empty. */
  public TokenBucket take() {
    return isEmpty() ? this : new TokenBucket(capacity, interval, left - 1, refilled);
  }
}
