package dev.contop.domain.media;

import dev.contop.domain.limits.Ticks;
import java.time.Duration;

/**
 * When to grab the screen and when to send the picture again: the rhythm of one capture.
 *
 * <p>A change is due at once when the last one was sent a frame interval ago, and after the rest of
 * that interval otherwise; what changes all the time is therefore grabbed at exactly the asked
 * rate. When nothing changes any more the same picture is sent again so that the encoder can
 * sharpen it: quickly first, then more slowly for as long as a narrow link may need, and until all
 * who watch have it {@linkplain #sharp as sharp as it gets}. Then it is sent again only now and
 * then, so that a packet lost at the very end is missed and sent again (T78). Such a repetition
 * never keeps a change waiting.
 *
 * <p>Immutable and without a clock: {@code now} is an argument.
 *
 * @param interval the shortest time between two changes
 * @param nextSlot the start of the next change's slot: no change leaves before it
 * @param dirty whether something changed since the last grab
 * @param wanted whether somebody waits for a picture, changed or not
 * @param repeated how many times the unchanged picture has been sent again, or would have been
 *     before it counts as sharp; one less after a change that followed a repetition closely
 * @param lastSent when a frame last left
 */
public record FramePacing(
    Duration interval,
    Ticks nextSlot,
    boolean dirty,
    boolean wanted,
    int repeated,
    Ticks lastSent) {

  /** How often an unchanged picture is repeated quickly, and how often slowly after that. */
  static final int QUICK = 12;

  static final int SLOW = 6;

  /**
   * What {@code repeated} is after a change that left right after a repetition: an encoder may have
   * passed it over for that, so it is sent again after one interval already.
   */
  private static final int CROWDED = -1;

  static final Duration QUICKLY = Duration.ofMillis(100);
  static final Duration SLOWLY = Duration.ofMillis(500);

  /**
   * The time between two repetitions of a sharp picture. A browser that gets no frame for three
   * seconds takes the last one for lost and asks for a key frame, which is fifty times as large,
   * takes five times as long, and is blurred at first; whatever changes next would come with it.
   */
  static final Duration SELDOM = Duration.ofMillis(2500);

  public static FramePacing starting(Duration interval, Ticks now) {
    return new FramePacing(interval, now, true, false, 0, now);
  }

  /** The rhythm from now on, where changes are wanted at another rate (T77). */
  public FramePacing every(Duration other) {
    if (other.equals(interval)) {
      return this;
    }
    // Who becomes more eager does not wait for the end of a slot as long as the one before.
    Ticks slot = Ticks.earlier(nextSlot, lastSent.plus(other));
    return new FramePacing(other, slot, dirty, wanted, repeated, lastSent);
  }

  /** Something on the screen changed. */
  public FramePacing changed() {
    return dirty ? this : new FramePacing(interval, nextSlot, true, wanted, repeated, lastSent);
  }

  /**
   * Somebody started to watch: they get a picture at once, without waiting for a change; the one
   * that is there will do.
   */
  public FramePacing joined() {
    return new FramePacing(interval, nextSlot, dirty, true, 0, lastSent);
  }

  /** No encoder makes anything better of the picture that is there: it is only kept alive. */
  public FramePacing sharp() {
    return repeated >= QUICK + SLOW
        ? this
        : new FramePacing(interval, nextSlot, dirty, wanted, QUICK + SLOW, lastSent);
  }

  /** A frame left at {@code now}, grabbed anew or repeated. */
  public FramePacing sent(Ticks now) {
    if (!isUrgent()) {
      return new FramePacing(interval, nextSlot, false, false, repeated + 1, now);
    }
    // Slots keep their grid while we keep up, so that the rate is exact; a late frame starts a new
    // grid instead of being followed by a burst.
    Ticks following = nextSlot.plus(interval);
    Ticks slot = following.isBefore(now) ? now.plus(interval) : following;
    boolean crowded = repeated > 0 && now.since(lastSent).compareTo(interval) < 0;
    return new FramePacing(interval, slot, false, false, crowded ? CROWDED : 0, now);
  }

  /** When the next frame is due, if nothing more changes until then. */
  public Ticks due() {
    if (isUrgent()) {
      return nextSlot;
    }
    Duration pause = pause();
    return lastSent.plus(pause.compareTo(interval) < 0 ? interval : pause);
  }

  /**
   * The same where somebody passed over the picture that is there, and it turned out to be the
   * last.
   *
   * @param awaited from when on they want it; at the rate of changes at most
   */
  public Ticks due(Ticks awaited) {
    if (isUrgent() || !awaited.isBefore(due())) {
      return due();
    }
    Ticks soonest = lastSent.plus(interval);
    return awaited.isBefore(soonest) ? soonest : awaited;
  }

  private boolean isUrgent() {
    return dirty || wanted;
  }

  private Duration pause() {
    if (repeated == CROWDED) {
      return interval;
    }
    if (repeated < QUICK) {
      return QUICKLY;
    }
    if (repeated < QUICK + SLOW) {
      return SLOWLY;
    }
    return SELDOM;
  }
}
