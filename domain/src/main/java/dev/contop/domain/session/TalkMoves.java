package dev.contop.domain.session;

import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.execution.Backstory;
import dev.contop.domain.limits.Limits;

/** What is only said: the backstory, and questions that are answered on the spot (T54). */
final class TalkMoves {

  private TalkMoves() {}

  static void said(Turn turn, PhoneMessage message) {
    if (message instanceof PhoneMessage.NewSession) {
      turn.before = Backstory.NONE;
      turn.say(turn.stateUpdate());
    } else if (message instanceof PhoneMessage.SessionContext context) {
      turn.before = Backstory.of(context.entries(), Limits.BACKSTORY);
    } else if (message instanceof PhoneMessage.AwayModeStatus
        || message instanceof PhoneMessage.SwitchAwayMode) {
      turn.say(new HostMessage.AwayModeStatus("Away mode is not available on this computer."));
    } else if (message instanceof PhoneMessage.RefreshProxyStatus) {
      turn.say(turn.stateUpdate());
    } else if (message instanceof PhoneMessage.ConversationRequest) {
      turn.say(
          new HostMessage.ConversationResponse(
              "Nobody on this computer can converse yet. It can run what you ask for."));
    } else {
      throw new AssertionError("No move for " + message.getClass());
    }
  }
}
