package dev.contop.domain.media;

import dev.contop.domain.limits.Ticks;
import java.time.Duration;
import java.util.List;

/**
 * How far one peer's picture is reduced so that text stays readable on a narrow link: fewer pixels
 * that are sharp say more than all of them in mush.
 *
 * <p>A link counts as narrow when it carries less than a megabit a second and the video asks for
 * most of that. The picture grows back when the link carries clearly more than the next size needs,
 * or when so little moves that it does not matter. Either has to last, so that the picture does not
 * swing; and longer after it has grown, since the larger picture itself is a burden until it is
 * sharp. Immutable and without a clock.
 *
 * @param step how many steps it is reduced
 * @param grown whether the last change made it larger
 * @param pressedSince since when the link is too narrow for it; {@link Ticks#NEVER} if it is not
 * @param roomSince since when there is room for the next size; {@link Ticks#NEVER} if there is none
 */
public record LinkFit(int step, boolean grown, Ticks pressedSince, Ticks roomSince) {

  /** What is left of the width at each step, in percent. */
  private static final List<Integer> WIDTHS = List.of(100, 75, 50);

  /** What a link has to carry for each step but the last. */
  private static final List<Bitrate> NEEDED =
      List.of(Bitrate.ofKilobits(1000), Bitrate.ofKilobits(500));

  /** No picture is reduced to less than this. */
  private static final int NARROWEST = 480;

  /** For so long a link must be too narrow before the picture shrinks. */
  static final Duration PRESSED = Duration.ofSeconds(1);

  /** The same for a picture that has just grown. */
  static final Duration PRESSED_AGAIN = Duration.ofSeconds(6);

  /** For so long there must be room before the picture grows. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final double MOST = 0.6;
  private static final double LITTLE = 0.3;
  private static final double CLEARLY = 1.3;

  /** The picture in full. */
  public static final LinkFit WHOLE = new LinkFit(0, false, Ticks.NEVER, Ticks.NEVER);

  /**
   * What was measured over the last second or so.
   *
   * @param available what the link is thought to carry
   * @param sent what was sent
   */
  public LinkFit measured(Bitrate available, Bitrate sent, Ticks now) {
    double carried = available.bitsPerSecond();
    double used = sent.bitsPerSecond();
    if (step < NEEDED.size()
        && carried < NEEDED.get(step).bitsPerSecond()
        && used > carried * MOST) {
      Ticks since = pressedSince.equals(Ticks.NEVER) ? now : pressedSince;
      return lasted(since, grown ? PRESSED_AGAIN : PRESSED, now)
          ? new LinkFit(step + 1, false, Ticks.NEVER, Ticks.NEVER)
          : new LinkFit(step, grown, since, Ticks.NEVER);
    }
    if (step > 0
        && (carried > NEEDED.get(step - 1).bitsPerSecond() * CLEARLY || used < carried * LITTLE)) {
      Ticks since = roomSince.equals(Ticks.NEVER) ? now : roomSince;
      return lasted(since, PATIENCE, now)
          ? new LinkFit(step - 1, true, Ticks.NEVER, Ticks.NEVER)
          : new LinkFit(step, grown, Ticks.NEVER, since);
    }
    return new LinkFit(step, grown, Ticks.NEVER, Ticks.NEVER);
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
