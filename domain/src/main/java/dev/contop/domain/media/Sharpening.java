package dev.contop.domain.media;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * Whether a picture that is sent again and again still gets better: what is known of one still
 * picture and one encoder, a window of time after the other (T78).
 *
 * <p>The quantiser says how coarse a picture is; its scale differs from codec to codec, but on each
 * of them less is finer. While an encoder finds bits to spare it lowers it from one repetition to
 * the next. A window without a repetition says nothing. Whatever an encoder does, it is over after
 * some seconds. Immutable and without a clock.
 *
 * @param finest the lowest mean quantiser of a window so far
 * @param stuck how many windows in a row were no finer than that
 * @param windows how many have passed
 */
public record Sharpening(OptionalDouble finest, int stuck, int windows) {

  /** How long a window is: at least one repetition falls into it, also when they come slowly. */
  public static final Duration WINDOW = Duration.ofMillis(600);

  /** VP8 goes down to 2 and stays there; no codec has anywhere to go from here. */
  private static final double BEST = 2.5;

  /** What a window must have left of the finest before it to count as finer. */
  private static final double FINER = 0.95;

  /** A rate control that waits for bits may pause for a window or two. */
  private static final int PATIENCE = 3;

  private static final int MOST = 8;

  /** Nothing was measured yet. */
  public static final Sharpening BEGUN = new Sharpening(OptionalDouble.empty(), 0, 0);

  /**
   * One more window.
   *
   * @param quantiser the mean over its pictures; nothing where there were none, or the codec does
   *     not tell
   */
  public Sharpening measured(OptionalDouble quantiser) {
    if (quantiser.isEmpty()) {
      return new Sharpening(finest, stuck, windows + 1);
    }
    double now = quantiser.getAsDouble();
    if (finest.isEmpty() || now < finest.getAsDouble() * FINER) {
      return new Sharpening(quantiser, 0, windows + 1);
    }
    return new Sharpening(finest, stuck + 1, windows + 1);
  }

  /** Whether nothing more is to be had from sending the picture again. */
  public boolean isOver() {
    return windows >= MOST
        || stuck >= PATIENCE
        || (finest.isPresent() && finest.getAsDouble() <= BEST);
  }
}
