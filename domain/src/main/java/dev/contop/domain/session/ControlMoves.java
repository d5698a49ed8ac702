package dev.contop.domain.session;

import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.audit.AuditTicket;
import dev.contop.domain.control.InputAction;
import dev.contop.domain.control.InputRequest;
import dev.contop.domain.control.ManualControl;
import dev.contop.domain.control.MouseButton;
import dev.contop.domain.control.VideoPoint;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.execution.StopReason;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Manual control: the mode, and what each request does to pointer and keyboard (T15, T60 to T64).
 */
final class ControlMoves {

  private final ExecutionMoves executions;

  ControlMoves(ExecutionMoves executions) {
    this.executions = executions;
  }

  /** Entering waits for its line in the audit log; leaving, the safe direction, does not (T55). */
  void setMode(Turn turn, boolean enabled) {
    if (!enabled) {
      leave(turn);
      turn.say(turn.stateUpdate());
      return;
    }
    executions.stop(turn, StopReason.MANUAL_TAKEOVER);
    if (turn.control.enabled()) {
      turn.say(turn.stateUpdate());
    } else if (turn.deferrals.isFull()) {
      turn.say(AuditMoves.overfull());
    } else if (!turn.deferrals.has(Deferred.EnterManualMode.class)) {
      turn.enter(new AuditEntry.ManualModeSwitched(true), new Deferred.EnterManualMode());
    }
  }

  /** Its line is written: manual mode is on. */
  void enter(Turn turn) {
    // What began while the line was being written ends too.
    executions.stop(turn, StopReason.MANUAL_TAKEOVER);
    turn.control = turn.control.entered();
    turn.say(turn.stateUpdate());
  }

  /** Manual mode is off now, and not about to be on. */
  static void leave(Turn turn) {
    turn.releaseInputs();
    if (turn.control.enabled() || turn.deferrals.has(Deferred.EnterManualMode.class)) {
      turn.enter(new AuditEntry.ManualModeSwitched(false));
    }
    turn.deferrals = turn.deferrals.without(Deferred.EnterManualMode.class);
    turn.control = ManualControl.OFF;
  }

  void requested(Turn turn, ChannelLabel channel, InputRequest request) {
    if (channel == ChannelLabel.FAST) {
      if (!request.allowedOnFast()) {
        turn.add(new Effect.CountRefusal(channel, Refusal.NOT_ON_FAST));
        return;
      }
      if (!turn.control.enabled()) {
        turn.add(new Effect.CountRefusal(channel, Refusal.NOT_IN_MANUAL_MODE));
        return;
      }
    } else if (!turn.control.enabled()) {
      executions.stop(turn, StopReason.MANUAL_TAKEOVER);
      takeOver(turn, request);
      return;
    }
    Optional<AuditTicket> before =
        channel == ChannelLabel.FAST ? Optional.empty() : turn.deferrals.newest(Deferred.Act.class);
    if (before.isEmpty()) {
      act(turn, request);
    } else if (turn.deferrals.isFull()) {
      refuse(turn, request, AuditMoves.OVERFULL);
    } else {
      // It stays behind the acts before it that are still being written down (T62).
      turn.deferrals = turn.deferrals.with(before.get(), new Deferred.Act(request));
    }
  }

  /** One act outside manual mode: done as soon as its line is written (T55, T60). */
  private static void takeOver(Turn turn, InputRequest request) {
    if (request instanceof InputRequest.Unusable) {
      act(turn, request);
    } else if (turn.deferrals.isFull()) {
      refuse(turn, request, AuditMoves.OVERFULL);
    } else {
      turn.enter(new AuditEntry.ManualAct(request.action()), new Deferred.Act(request));
    }
  }

  /** Says that an act is not done, if it is one that is answered (T61). */
  static void refuse(Turn turn, InputRequest request, String words) {
    if (request.isAnswered()) {
      turn.say(new HostMessage.ManualControlResult(request.action(), false, words, Duration.ZERO));
    }
  }

  void done(Turn turn, SessionEvent.InputDone event) {
    turn.say(
        new HostMessage.ManualControlResult(
            event.action(), event.done(), event.message(), event.duration()));
  }

  static void act(Turn turn, InputRequest request) {
    if (request instanceof InputRequest.MoveTo move) {
      if (isNew(turn, move.counter())) {
        moveTo(turn, Optional.of(move.to()));
      }
    } else if (request instanceof InputRequest.MoveBy move) {
      if (isNew(turn, move.counter())) {
        moveBy(turn, move);
      }
    } else if (request instanceof InputRequest.Press press) {
      moveTo(turn, press.at());
      press(turn, press.button());
    } else if (request instanceof InputRequest.Release release) {
      moveTo(turn, release.at());
      turn.control = turn.control.holding(turn.control.held().without(release.button()));
      turn.add(new Effect.Inject(new InputAction.Release(release.button())));
    } else if (request instanceof InputRequest.Click click) {
      moveTo(turn, click.at());
      report(turn, request, new InputAction.Click(click.button(), click.times()));
    } else if (request instanceof InputRequest.Scroll scroll) {
      moveTo(turn, scroll.at());
      turn.add(new Effect.Inject(new InputAction.Scroll(scroll.direction(), scroll.amount())));
    } else if (request instanceof InputRequest.KeyCombo combo) {
      report(turn, request, new InputAction.PressKeys(combo.keys()));
    } else if (request instanceof InputRequest.TypeText typed) {
      report(turn, request, new InputAction.TypeText(typed.text()));
    } else if (request instanceof InputRequest.Unusable unusable) {
      turn.say(
          new HostMessage.ManualControlResult(
              unusable.action(), false, unusable.reason(), Duration.ZERO));
    } else {
      throw new AssertionError("No move for " + request.getClass());
    }
  }

  private static boolean isNew(Turn turn, OptionalLong counter) {
    if (counter.isEmpty()) {
      return true;
    }
    if (turn.control.isStale(counter.getAsLong())) {
      return false;
    }
    turn.control = turn.control.moved(counter.getAsLong());
    return true;
  }

  private static void moveTo(Turn turn, Optional<VideoPoint> point) {
    point.ifPresent(
        at -> turn.add(new Effect.Inject(new InputAction.MoveTo(turn.screen.locate(at)))));
  }

  /** Travel of less than a pixel is kept for the next move, so that slow fingers get anywhere. */
  private static void moveBy(Turn turn, InputRequest.MoveBy move) {
    double x = move.dx() + turn.control.remainderX();
    double y = move.dy() + turn.control.remainderY();
    int wholeX = (int) x;
    int wholeY = (int) y;
    turn.control = turn.control.leaving(x - wholeX, y - wholeY);
    if (wholeX != 0 || wholeY != 0) {
      turn.add(new Effect.Inject(new InputAction.MoveBy(wholeX, wholeY)));
    }
  }

  private static void press(Turn turn, MouseButton button) {
    turn.control = turn.control.holding(turn.control.held().with(button));
    turn.add(new Effect.Inject(new InputAction.Press(button)));
  }

  private static void report(Turn turn, InputRequest request, InputAction action) {
    turn.add(new Effect.InjectAndReport(action, request.action()));
  }
}
