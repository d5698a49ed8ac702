package dev.contop.domain.limits;

import java.time.Duration;

/**
 * A reading of the monotonic clock, in nanoseconds since an arbitrary origin.
 *
 * <p>All deadlines are kept in ticks; wall time appears only in what people read. Readings of one
 * process compare with each other and with nothing else. They are assumed not to wrap, so the port
 * that reads the clock counts from the start of the process.
 */
public record Ticks(long nanos) implements Comparable<Ticks> {

  public static final Ticks ZERO = new Ticks(0);

  /** A reading that no deadline ever reaches. */
  public static final Ticks NEVER = new Ticks(Long.MAX_VALUE);

  public Ticks plus(Duration duration) {
    return new Ticks(nanos + duration.toNanos());
  }

  /** The time from {@code earlier} to this reading; negative when this one is the earlier. */
  public Duration since(Ticks earlier) {
    return Duration.ofNanos(nanos - earlier.nanos);
  }

  public boolean isBefore(Ticks other) {
    return nanos < other.nanos;
  }

  /** Whether a deadline at this reading has been reached at {@code now}. */
  public boolean reachedAt(Ticks now) {
    return nanos <= now.nanos;
  }

  public static Ticks earlier(Ticks one, Ticks other) {
    return one.nanos <= other.nanos ? one : other;
  }

  @Override
  public int compareTo(Ticks other) {
    return Long.compare(nanos, other.nanos);
  }
}
