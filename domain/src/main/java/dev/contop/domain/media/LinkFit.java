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
 * or when so little moves that it does not matter; a while passes between two changes, so that it
 * does not swing. Immutable and without a clock.
 *
 * @param step how many steps it is reduced
 * @param since when it came to that
 * @param roomSince since when there is room for the next size; {@link Ticks#NEVER} if there is none
 */
public record LinkFit(int step, Ticks since, Ticks roomSince) {

  /** What is left of the width at each step, in percent. */
  private static final List<Integer> WIDTHS = List.of(100, 75, 50);

  /** What a link has to carry for each step but the last. */
  private static final List<Bitrate> NEEDED =
      List.of(Bitrate.ofKilobits(1000), Bitrate.ofKilobits(500));

  /** No picture is reduced to less than this. */
  private static final int NARROWEST = 480;

  /** At the start the estimate of the link says little. */
  static final Duration SETTLING = Duration.ofSeconds(2);

  /** For so long there must be room before the picture grows. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final double MOST = 0.6;
  private static final double LITTLE = 0.3;
  private static final double CLEARLY = 1.3;

  public static LinkFit starting(Ticks now) {
    return new LinkFit(0, now, Ticks.NEVER);
  }

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
        && used > carried * MOST
        && now.since(since).compareTo(SETTLING) >= 0) {
      return new LinkFit(step + 1, now, Ticks.NEVER);
    }
    boolean room =
        step > 0
            && (carried > NEEDED.get(step - 1).bitsPerSecond() * CLEARLY
                || used < carried * LITTLE);
    if (!room) {
      return new LinkFit(step, since, Ticks.NEVER);
    }
    if (roomSince.equals(Ticks.NEVER)) {
      return new LinkFit(step, since, now);
    }
    return now.since(roomSince).compareTo(PATIENCE) < 0
        ? this
        : new LinkFit(step - 1, now, Ticks.NEVER);
  }

  /** The width for a picture that would be so wide. */
  public int width(int full) {
    return Math.min(full, Math.max(NARROWEST, full * WIDTHS.get(step) / 100));
  }

  /** Whether the picture is smaller than it could be. */
  public boolean isReduced() {
    return step > 0;
  }
}
