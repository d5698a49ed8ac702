package dev.contop.domain.session;

import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.Refusal;

/** A view-only device tries to act: nothing happens, it is told so, and that is on record (T95). */
final class ForbiddenMoves {

  private ForbiddenMoves() {}

  /**
   * Counts it always; writes it down as often as {@link Forbidding} allows; answers it where no
   * flood of answers can push out what matters: what came over the fast channel as often as it is
   * written down, all else while the phone keeps up.
   */
  static void tried(Turn turn, SessionEvent.MessageArrived event, PhoneMessage.Acting message) {
    turn.add(new Effect.CountRefusal(event.channel(), Refusal.FORBIDDEN));
    turn.forbidding = turn.forbidding.at(turn.now);
    boolean written = turn.forbidding.mayWrite();
    if (written) {
      turn.enter(new AuditEntry.Forbidden(message.type(), turn.forbidding.unwritten()));
      turn.forbidding = turn.forbidding.written();
    } else {
      turn.forbidding = turn.forbidding.passedOver();
    }
    boolean answered =
        turn.outbox.waiting() < turn.limits.errorBacklog()
            && (written || event.channel() == ChannelLabel.RELIABLE);
    if (answered) {
      turn.say(
          new HostMessage.ErrorReply(
              Refusal.FORBIDDEN.code(), Refusal.FORBIDDEN.words(), event.id()));
    }
  }
}
