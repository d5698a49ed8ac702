package dev.contop.domain.control;

import java.util.Optional;
import java.util.OptionalLong;

/** Joins pointer moves that wait one behind the other into one that has the same effect. */
public final class Moves {

  private Moves() {}

  /**
   * One request in place of {@code first} followed at once by {@code second}; nothing when they are
   * not two moves of a kind, or came in an order that their counters contradict (T62).
   */
  public static Optional<InputRequest> joined(InputRequest first, InputRequest second) {
    if (first instanceof InputRequest.MoveTo one && second instanceof InputRequest.MoveTo two) {
      return follows(one.counter(), two.counter()) ? Optional.of(two) : Optional.empty();
    }
    if (first instanceof InputRequest.MoveBy one && second instanceof InputRequest.MoveBy two) {
      return follows(one.counter(), two.counter())
          ? Optional.of(
              new InputRequest.MoveBy(one.dx() + two.dx(), one.dy() + two.dy(), two.counter()))
          : Optional.empty();
    }
    return Optional.empty();
  }

  /** With counters, only moves that came one after the other: nothing stale may hide among them. */
  private static boolean follows(OptionalLong one, OptionalLong two) {
    return (one.isEmpty() && two.isEmpty())
        || (one.isPresent() && two.isPresent() && two.getAsLong() == one.getAsLong() + 1);
  }
}
