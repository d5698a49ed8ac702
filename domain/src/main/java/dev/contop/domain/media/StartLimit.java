package dev.contop.domain.media;

import java.util.Optional;

/**
 * Whether a video that has just begun is still kept to its start bitrate (T71): until it is known
 * that the link carries the most that it may use.
 *
 * <p>What a link is assumed to carry before anything has crossed it says nothing. The first
 * estimate after that can be several times too high on a narrow link; the next, a tenth of a second
 * later, is not. So an ample one has to last for some looks. What a phone reports by itself comes
 * after half a second only. Immutable and without a clock.
 *
 * @param ample how many times in a row the estimate was ample
 */
public record StartLimit(int ample) {

  /** How many looks make an estimate credible. */
  static final int ENOUGH = 3;

  /** Up to which part of what was assumed an estimate is one of its own. */
  private static final double REVISED = 0.9;

  /** Nothing is known yet. */
  public static final StartLimit ON = new StartLimit(0);

  /**
   * What follows from another look.
   *
   * @param assumed what the link was taken to carry at first
   * @param available what it is thought to carry now
   */
  public StartLimit seen(Bitrate assumed, Optional<Bitrate> available, BitrateLimits limits) {
    boolean enough =
        available.filter(now -> isRevised(now, assumed) && isAmple(now, limits)).isPresent();
    return enough ? new StartLimit(ample + 1) : ON;
  }

  public boolean isOver() {
    return ample >= ENOUGH;
  }

  private static boolean isRevised(Bitrate now, Bitrate assumed) {
    return now.bitsPerSecond() < assumed.bitsPerSecond() * REVISED;
  }

  private static boolean isAmple(Bitrate now, BitrateLimits limits) {
    return now.bitsPerSecond() >= limits.maximum().bitsPerSecond();
  }
}
