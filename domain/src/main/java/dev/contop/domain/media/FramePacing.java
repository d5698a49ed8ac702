package dev.contop.domain.media;

import dev.contop.domain.limits.Ticks;
import java.time.Duration;

/**
 * When to grab the screen and when to send the picture again: the rhythm of one capture.
 *
 * <p>A change is due at once when the last grab is a frame interval old, and after the rest of that
 * interval otherwise; what changes all the time is therefore grabbed at exactly the asked rate.
 * When nothing changes any more the same picture is sent a few times so that the encoder can
 * sharpen it, and then only rarely (T78).
 *
 * <p>Immutable and without a clock: {@code now} is an argument.
 *
 * @param interval the shortest time between two frames
 * @param nextSlot the start of the next frame's slot: no frame leaves before it
 * @param dirty whether something changed since the last grab
 * @param refinements how many times the unchanged picture is still to be repeated
 * @param lastSent when a frame last left
 */
public record FramePacing(
    Duration interval, Ticks nextSlot, boolean dirty, int refinements, Ticks lastSent) {

  /** How often an unchanged picture is repeated until it is sharp. */
  static final int REFINEMENTS = 12;

  /** The time between two repetitions while the picture sharpens. */
  static final Duration REFINE_EVERY = Duration.ofMillis(100);

  /** The time between two repetitions of a picture that is sharp already. */
  static final Duration REFRESH_EVERY = Duration.ofSeconds(2);

  public static FramePacing starting(Duration interval, Ticks now) {
    return new FramePacing(interval, now, true, REFINEMENTS, now);
  }

  /** Something on the screen changed. */
  public FramePacing changed() {
    return dirty ? this : new FramePacing(interval, nextSlot, true, REFINEMENTS, lastSent);
  }

  /** Somebody started to watch: they get a picture at once, without waiting for a change. */
  public FramePacing joined() {
    return changed();
  }

  /** A frame left at {@code now}, grabbed anew or repeated. */
  public FramePacing sent(Ticks now) {
    // Slots keep their grid while we keep up, so that the rate is exact; a late frame starts a new
    // grid instead of being followed by a burst.
    Ticks following = nextSlot.plus(interval);
    Ticks slot = following.isBefore(now) ? now.plus(interval) : following;
    int left = dirty ? REFINEMENTS : Math.max(0, refinements - 1);
    return new FramePacing(interval, slot, false, left, now);
  }

  /** When the next frame is due, if nothing more changes until then. */
  public Ticks due() {
    if (dirty) {
      return nextSlot;
    }
    Ticks repeat = lastSent.plus(refinements > 0 ? REFINE_EVERY : REFRESH_EVERY);
    return repeat.isBefore(nextSlot) ? nextSlot : repeat;
  }
}
