package dev.contop.domain.session;

import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.Outbox;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.envelope.Resume;
import java.util.Optional;

/** What reaches the phone, and how the host comes to know of it (T16, T17, T40 to T42). */
final class DeliveryMoves {

  /** The channel is open: first the state, then what is missing; the queue follows (T16). */
  void begin(Turn turn, PeerId peer, Optional<Resume> resume) {
    if (resume.isPresent() && resume.get().lastSeq() > turn.outbox.highest()) {
      countUnsent(turn);
    }
    turn.outbox = turn.outbox.openedTo(resume);
    turn.sayAtOnce(peer, turn.stateUpdate());
    Optional<Outbox.Gap> gap = resume.flatMap(turn.outbox::gapAfter);
    gap.ifPresent(gone -> turn.sayAtOnce(peer, new HostMessage.ResumeGap(gone.from(), gone.to())));
  }

  void written(Turn turn, PeerId peer, int count) {
    if (turn.link.peer().filter(peer::equals).isPresent()) {
      turn.outbox = turn.outbox.written(count);
    }
  }

  /** The phone has seen all up to {@code seq}: late, repeated and overtaken ones change nothing. */
  void acknowledged(Turn turn, long seq) {
    if (turn.outbox.mayAcknowledge(seq)) {
      turn.outbox = turn.outbox.acknowledged(seq);
    } else {
      countUnsent(turn);
    }
  }

  private static void countUnsent(Turn turn) {
    turn.add(new Effect.CountRefusal(ChannelLabel.RELIABLE, Refusal.NOT_SENT));
  }
}
