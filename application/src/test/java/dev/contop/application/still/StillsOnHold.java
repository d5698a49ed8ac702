package dev.contop.application.still;

import dev.contop.domain.media.StillWish;
import java.util.ArrayList;
import java.util.List;

/** Takes no still until a test says how it went. One thread. */
public final class StillsOnHold implements TakeStill {

  /** A still that was asked for. */
  public record Asked(StillWish wish, int atMostBytes, ObserveStill observer) {}

  public final List<Asked> asked = new ArrayList<>();

  @Override
  public void take(StillWish wish, int atMostBytes, ObserveStill observer) {
    asked.add(new Asked(wish, atMostBytes, observer));
  }
}
