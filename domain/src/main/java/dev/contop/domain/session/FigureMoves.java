package dev.contop.domain.session;

import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.limits.Ticks;
import java.time.Duration;

/**
 * Figures of a peer's video, once a second for as long as its phone wants them: until then nothing
 * is measured and nobody is woken (T78). Another connection has to ask anew.
 */
final class FigureMoves {

  private static final Duration EVERY = Duration.ofSeconds(1);

  private FigureMoves() {}

  static void wanted(Turn turn, boolean wanted) {
    turn.nextFigures = wanted ? Ticks.earlier(turn.nextFigures, turn.now) : Ticks.NEVER;
    if (wanted) {
      onTime(turn);
    }
  }

  static void onTime(Turn turn) {
    if (turn.nextFigures.reachedAt(turn.now)) {
      turn.link.open().ifPresent(live -> turn.add(new Effect.MeasurePeer(live.id())));
      turn.nextFigures = turn.link.open().isPresent() ? turn.now.plus(EVERY) : Ticks.NEVER;
    }
  }

  /** They are of this second only: they go past the queue, and not at all to a slow phone (T17). */
  static void measured(Turn turn, SessionEvent.PeerMeasured event) {
    boolean wanted =
        !turn.nextFigures.equals(Ticks.NEVER)
            && turn.link.open().filter(live -> live.id().equals(event.peer())).isPresent()
            && turn.outbox.inFlight() <= turn.limits.sendWindow();
    if (wanted) {
      turn.sayAtOnce(event.peer(), new HostMessage.Statistics(event.figures()));
    }
  }
}
