package dev.contop.domain.session;

import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.MessageId;
import dev.contop.domain.media.StillRefusal;
import dev.contop.domain.media.StillWish;
import java.util.Optional;

/**
 * Stills of what the phone sees of the screen, on request only (T74, T76). They are not written to
 * the audit log: whoever may ask for one sees the screen anyway.
 */
final class StillMoves {

  private StillMoves() {}

  static void asked(Turn turn, Stills.Asked by, StillWish wish) {
    turn.stills = turn.stills.at(turn.now);
    if (turn.stills.asked().isPresent()) {
      refuse(turn, by, StillRefusal.BUSY);
    } else if (turn.stills.left().isEmpty()) {
      refuse(turn, by, StillRefusal.TOO_OFTEN);
    } else {
      turn.stills = turn.stills.taking(by);
      turn.add(new Effect.TakeStill(wish.of(turn.view.area())));
    }
  }

  static void taken(Turn turn, SessionEvent.StillTaken event) {
    Optional<Stills.Asked> asked = turn.stills.asked();
    turn.stills = turn.stills.done();
    asked.ifPresent(
        by -> {
          if (isThere(turn, by)) {
            turn.say(new HostMessage.ScreenFrame(by.message(), event.still()));
          }
          by.tool().ifPresent(tool -> answer(turn, by, tool, "Done.", Optional.empty()));
        });
  }

  static void missed(Turn turn, SessionEvent.StillMissed event) {
    Optional<Stills.Asked> asked = turn.stills.asked();
    turn.stills = turn.stills.done();
    asked.ifPresent(by -> refuse(turn, by, event.reason()));
  }

  private static void refuse(Turn turn, Stills.Asked by, StillRefusal reason) {
    if (by.tool().isPresent()) {
      answer(turn, by, by.tool().get(), reason.words(), Optional.of(reason.code()));
    } else if (isThere(turn, by) && turn.outbox.waiting() < turn.limits.errorBacklog()) {
      turn.say(
          new HostMessage.ErrorReply(reason.code(), reason.words(), Optional.of(by.message())));
    }
  }

  private static void answer(
      Turn turn, Stills.Asked by, String tool, String words, Optional<String> errorCode) {
    MessageId call = by.message();
    turn.say(
        new HostMessage.ToolResult(
            call, tool, words, errorCode, Optional.empty(), turn.now.since(by.since())));
  }

  private static boolean isThere(Turn turn, Stills.Asked by) {
    return turn.link.open().filter(live -> live.id().equals(by.peer())).isPresent();
  }
}
