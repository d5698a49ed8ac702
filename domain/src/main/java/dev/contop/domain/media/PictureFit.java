package dev.contop.domain.media;

import dev.contop.domain.limits.Ticks;
import java.time.Duration;
import java.util.List;

/**
 * How far one peer's picture is reduced to what its link carries and its encoder manages: fewer
 * pixels that are sharp say more than all of them in mush, and fewer that move more than all of
 * them that jerk.
 *
 * <p>A link counts as narrow when it carries less than a megabit a second and the video asks for
 * most of that; an encoder as overworked when it is at work nearly all the time, or leaves many
 * pictures out because they take more bits than it may use. The picture grows back when there is
 * clearly room for the next size, or when so little moves that it does not matter; after an encoder
 * was overworked only then, since what it would make of the larger one is not known. Either has to
 * last, so that the picture does not swing; and longer after it has grown, since the larger picture
 * itself is a burden until it is sharp. Immutable and without a clock.
 *
 * @param step how many steps it is reduced
 * @param grown whether the last change made it larger
 * @param strained whether it was reduced because of its encoder
 * @param pressedSince since when it is too large; {@link Ticks#NEVER} if it is not
 * @param roomSince since when there is room for the next size; {@link Ticks#NEVER} if there is none
 */
public record PictureFit(
    int step, boolean grown, boolean strained, Ticks pressedSince, Ticks roomSince) {

  /** What is left of the width at each step, in percent. */
  private static final List<Integer> WIDTHS = List.of(100, 75, 50);

  /** What a link has to carry for each step but the last. */
  private static final List<Bitrate> NEEDED =
      List.of(Bitrate.ofKilobits(1000), Bitrate.ofKilobits(500));

  /** No picture is reduced to less than this. */
  private static final int NARROWEST = 480;

  /** For so long a picture must be too large before it shrinks. */
  static final Duration PRESSED = Duration.ofSeconds(1);

  /** The same where the encoder has no time for it: each picture is late then. */
  static final Duration BUSY_FOR = Duration.ofMillis(500);

  /** The same for a narrow link and a picture that has just grown. */
  static final Duration PRESSED_AGAIN = Duration.ofSeconds(6);

  /** For so long there must be room before the picture grows. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final double MOST = 0.6;
  private static final double LITTLE = 0.3;
  private static final double CLEARLY = 1.3;

  /** Beyond this an encoder has no time left for the next picture, and within it for more. */
  private static final double OVERWORKED = 0.8;

  private static final double AT_EASE = 0.7;

  /** What an encoder may use at most. */
  private static final Bitrate AMPLE = BitrateLimits.standard().maximum();

  private static final double MANY = 0.3;

  /** The picture in full. */
  public static final PictureFit WHOLE = new PictureFit(0, false, false, Ticks.NEVER, Ticks.NEVER);

  /**
   * What was measured over the last half second or so.
   *
   * @param available what the link is thought to carry
   * @param sent what was sent
   * @param busy the part of the time in which the encoder was at work, from 0 to 1
   * @param leftOut the part of the pictures that the encoder left out, from 0 to 1
   */
  public record Load(Bitrate available, Bitrate sent, double busy, double leftOut) {

    private Duration patience(boolean grown) {
      if (hasNoTime()) {
        return BUSY_FOR;
      }
      return grown && !overworks() ? PRESSED_AGAIN : PRESSED;
    }

    private boolean presses(int step) {
      return step < NEEDED.size()
          && (overworks()
              || (carried() < NEEDED.get(step).bitsPerSecond() && used() > carried() * MOST));
    }

    /** On a link that carries less than the encoder may use, the link is why it leaves out. */
    private boolean overworks() {
      return hasNoTime() || (leftOut > MANY && carried() > AMPLE.bitsPerSecond());
    }

    private boolean hasNoTime() {
      return busy > OVERWORKED;
    }

    private boolean isNarrow() {
      return carried() < NEEDED.get(0).bitsPerSecond() * CLEARLY;
    }

    private boolean leavesRoomAbove(int step, boolean strained) {
      return step > 0
          && busy * growth(step) < AT_EASE
          && (used() < carried() * LITTLE
              || (!strained && carried() > NEEDED.get(step - 1).bitsPerSecond() * CLEARLY));
    }

    private double carried() {
      return available.bitsPerSecond();
    }

    private double used() {
      return sent.bitsPerSecond();
    }

    /** How many times as many pixels the next larger size has. */
    private static double growth(int step) {
      double wider = (double) WIDTHS.get(step - 1) / WIDTHS.get(step);
      return wider * wider;
    }
  }

  /** What follows from what was measured until {@code now}. */
  public PictureFit measured(Load load, Ticks now) {
    // A link that has just become narrow is known to be so only after pictures were left out.
    boolean encoders = strained && !load.isNarrow();
    if (load.presses(step)) {
      Ticks since = pressedSince.equals(Ticks.NEVER) ? now : pressedSince;
      return lasted(since, load.patience(grown), now)
          ? new PictureFit(step + 1, false, encoders || load.overworks(), Ticks.NEVER, Ticks.NEVER)
          : new PictureFit(step, grown, encoders, since, Ticks.NEVER);
    }
    if (load.leavesRoomAbove(step, encoders)) {
      Ticks since = roomSince.equals(Ticks.NEVER) ? now : roomSince;
      return lasted(since, PATIENCE, now)
          ? new PictureFit(step - 1, true, encoders && step > 1, Ticks.NEVER, Ticks.NEVER)
          : new PictureFit(step, grown, encoders, Ticks.NEVER, since);
    }
    return new PictureFit(step, grown, encoders, Ticks.NEVER, Ticks.NEVER);
  }

  /** The width for a picture that would be so wide. */
  public int width(int full) {
    return Math.min(full, Math.max(NARROWEST, full * WIDTHS.get(step) / 100));
  }

  /** Whether the picture is smaller than it could be. */
  public boolean isReduced() {
    return step > 0;
  }

  private static boolean lasted(Ticks since, Duration atLeast, Ticks now) {
    return now.since(since).compareTo(atLeast) >= 0;
  }
}
