package dev.contop.application.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Chooses the screen to show: the one asked for, or the best that works. */
public final class ChoosingScreen {

  private ChoosingScreen() {}

  /** What was chosen, and in words why nothing better was. */
  public record Choice(ScreenKind kind, List<String> passedOver) {
    public Choice {
      passedOver = List.copyOf(passedOver);
    }
  }

  /**
   * Tries the kinds in turn until one works.
   *
   * @param wish the only kind that will do; nothing for the best that works
   * @param best the kinds to try without a wish, best first
   * @param obstacle tries a kind and says what stands in its way; nothing when it works
   * @throws ScreenUnavailable when none works, with the reason for each
   */
  public static Choice choose(
      Optional<ScreenKind> wish,
      List<ScreenKind> best,
      Function<ScreenKind, Optional<String>> obstacle)
      throws ScreenUnavailable {
    List<String> passedOver = new ArrayList<>();
    List<ScreenKind> candidates = wish.map(List::of).orElse(best);
    for (ScreenKind kind : candidates) {
      Optional<String> reason = obstacle.apply(kind);
      if (reason.isEmpty()) {
        return new Choice(kind, passedOver);
      }
      passedOver.add(wish.isPresent() ? reason.get() : kind.optionName() + ": " + reason.get());
    }
    throw new ScreenUnavailable(String.join("; ", passedOver));
  }
}
