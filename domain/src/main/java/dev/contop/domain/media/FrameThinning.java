package dev.contop.domain.media;

import dev.contop.domain.limits.Ticks;
import java.time.Duration;

/**
 * Which frames of a capture one peer gets that wants fewer than there are (T77).
 *
 * <p>Frames come at the capture's own beat, so a frame counts for the slot that it is nearest to.
 * The last picture before a pause is not lost: who passed one over wants it when its turn comes.
 * Who wants as many as there are gets all. Immutable.
 *
 * @param wanted the time between two frames that the peer wants
 * @param captured the shortest time between two frames of the capture
 * @param nextSlot when the next one is due
 * @param owed whether a frame was passed over since the last one
 */
public record FrameThinning(Duration wanted, Duration captured, Ticks nextSlot, boolean owed) {

  public static FrameThinning to(Duration wanted, Duration captured) {
    return new FrameThinning(wanted, captured, new Ticks(Long.MIN_VALUE / 2), false);
  }

  /** Whether the frame that was grabbed then is for the peer. */
  public boolean takes(Ticks grabbed) {
    return wanted.compareTo(captured) <= 0
        || nextSlot.reachedAt(grabbed.plus(captured.dividedBy(2)));
  }

  /** A frame came too soon, and may have been the last. */
  public FrameThinning passedOver() {
    return owed ? this : new FrameThinning(wanted, captured, nextSlot, true);
  }

  /** From when on the peer wants the picture that is there then, changed or not. */
  public Ticks awaits() {
    return owed ? nextSlot : Ticks.NEVER;
  }

  /** The peer got that frame. */
  public FrameThinning taken(Ticks grabbed) {
    Ticks following = nextSlot.plus(wanted);
    // Slots keep their grid while frames come; after a pause a new grid begins.
    boolean paused = following.isBefore(grabbed);
    return new FrameThinning(wanted, captured, paused ? grabbed.plus(wanted) : following, false);
  }
}
