package dev.contop.domain.media;

import dev.contop.domain.limits.Ticks;
import java.time.Duration;

/**
 * When to look at a screen that tells nobody of its changes.
 *
 * <p>While it moves, it is looked at as often as pictures are wanted. When it has been still for
 * two seconds it is looked at so seldom that looking takes a tenth of the time at most, and yet
 * four times a second at least, since that is how long a change may go unseen (T78).
 *
 * <p>Immutable and without a clock: {@code now} is an argument.
 *
 * @param interval the shortest time between two looks
 * @param due when to look next
 * @param stirred when something last changed
 */
public record LookPacing(Duration interval, Ticks due, Ticks stirred) {

  static final Duration STILL_AFTER = Duration.ofSeconds(2);
  static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

  /** For each time that a look takes, as many times of rest. */
  static final int REST = 9;

  public static LookPacing starting(Duration interval, Ticks now) {
    return new LookPacing(interval, now, now);
  }

  /** Something moved that is known without a look, such as the pointer: more may follow. */
  public LookPacing stirred(Ticks now) {
    return new LookPacing(interval, Ticks.earlier(due, now), now);
  }

  /** A look ended at {@code now} and began at {@code begun}. */
  public LookPacing looked(Ticks begun, Ticks now, boolean changed) {
    Ticks last = changed ? now : stirred;
    if (now.since(last).compareTo(STILL_AFTER) < 0) {
      return new LookPacing(interval, begun.plus(interval), last);
    }
    Duration rest = now.since(begun).multipliedBy(REST);
    Duration pause = rest.compareTo(LONGEST_PAUSE) < 0 ? rest : LONGEST_PAUSE;
    return new LookPacing(interval, now.plus(longer(pause, interval)), last);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
