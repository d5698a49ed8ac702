package dev.contop.domain.session;

import dev.contop.domain.envelope.HostMessage;
import java.util.Optional;

/** The phone is told that it is being recorded, for as long as it is there (T75). */
final class RecordingMoves {

  private RecordingMoves() {}

  static void changed(Turn turn, SessionEvent.RecordingChanged event) {
    turn.recorded = event.recorded();
    // It is about now: a phone that is away is told of what is so when it comes back.
    turn.link
        .open()
        .ifPresent(
            live ->
                turn.sayAtOnce(
                    live.id(), new HostMessage.Recording(event.recorded(), event.failure())));
  }

  /** A peer takes it that it is not recorded, unless it is told. */
  static void opened(Turn turn, PeerId peer) {
    if (turn.recorded) {
      turn.sayAtOnce(peer, new HostMessage.Recording(true, Optional.empty()));
    }
  }
}
