package dev.contop.domain.session;

import dev.contop.domain.envelope.MessageId;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.limits.TokenBucket;
import java.time.Duration;
import java.util.Optional;

/**
 * How many stills a session may still ask for, and the one that is being taken: one at a time
 * (T74). Immutable.
 */
public record Stills(TokenBucket left, Optional<Asked> asked) {

  private static final int AT_ONCE = 4;
  private static final Duration THEN_EACH = Duration.ofMillis(500);

  /**
   * Who waits for a still.
   *
   * @param peer the only one that gets it: to any other it would be a picture of the past
   * @param message that asked
   * @param tool the name by which a tool was called, if that was it (T54)
   */
  public record Asked(PeerId peer, MessageId message, Optional<String> tool, Ticks since) {}

  static Stills begun(Ticks now) {
    return new Stills(TokenBucket.full(AT_ONCE, THEN_EACH, now), Optional.empty());
  }

  Stills at(Ticks now) {
    return new Stills(left.at(now), asked);
  }

  Stills taking(Asked by) {
    return new Stills(left.take(), Optional.of(by));
  }

  Stills done() {
    return new Stills(left, Optional.empty());
  }
}
