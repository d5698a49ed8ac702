package dev.contop.domain.session;

import dev.contop.domain.limits.Ticks;
import dev.contop.domain.limits.TokenBucket;
import java.time.Duration;

/**
 * How many refusals of a view-only device may still be written down, so that a flood of them cannot
 * fill the audit log (T95). Immutable.
 *
 * @param unwritten how many were not, since the last that was
 */
public record Forbidding(TokenBucket lines, long unwritten) {

  private static final int AT_ONCE = 5;
  private static final Duration THEN_EACH = Duration.ofMinutes(1);

  static Forbidding begun(Ticks now) {
    return new Forbidding(TokenBucket.full(AT_ONCE, THEN_EACH, now), 0);
  }

  Forbidding at(Ticks now) {
    return new Forbidding(lines.at(now), unwritten);
  }

  boolean mayWrite() {
    return !lines.isEmpty();
  }

  Forbidding written() {
    return new Forbidding(lines.take(), 0);
  }

  Forbidding passedOver() {
    return new Forbidding(lines, unwritten + 1);
  }
}
