package dev.contop.domain.media;

import dev.contop.domain.limits.Ticks;
import java.time.Duration;

/**
 * The rhythm of a capture that several read: as fast as the most eager of them wants and no faster,
 * and in time for who passed over a picture that turned out to be the last (T77).
 */
public final class SharedPace {

  private SharedPace() {}

  /** The pacing from now on, when readers want a frame at most every {@code interval}. */
  public static FramePacing at(Duration interval, FramePacing pacing) {
    if (interval.equals(pacing.interval())) {
      return pacing;
    }
    // Who becomes more eager does not wait for the end of a slot as long as the one before.
    Ticks slot = Ticks.earlier(pacing.nextSlot(), pacing.lastSent().plus(interval));
    return new FramePacing(
        interval, slot, pacing.dirty(), pacing.wanted(), pacing.repeated(), pacing.lastSent());
  }

  /**
   * When the next frame is due, changed or not.
   *
   * @param awaited when somebody wants the picture that is there, having passed it over
   */
  public static Ticks due(FramePacing pacing, Ticks awaited) {
    if (pacing.dirty() || pacing.wanted() || !awaited.isBefore(pacing.due())) {
      return pacing.due();
    }
    // A reader that wants one for ever gets it at the rate of changes, and no more.
    Ticks soonest = pacing.lastSent().plus(pacing.interval());
    return awaited.isBefore(soonest) ? soonest : awaited;
  }
}
