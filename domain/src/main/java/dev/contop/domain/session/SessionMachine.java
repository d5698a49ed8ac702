package dev.contop.domain.session;

import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.execution.CommandPolicy;
import dev.contop.domain.limits.Limits;
import dev.contop.domain.limits.Ticks;

/**
 * The rules of a session: one event in, the session that follows and the effects out.
 *
 * <p>Pure: no clock, no thread, no I/O; the same arguments give the same answer. The connection's
 * states are drawn at {@link Link}, the execution's at {@link
 * dev.contop.domain.execution.Execution}; each concern has a class of its own, and this one only
 * says which of them an event is for.
 */
public final class SessionMachine {

  private final Limits limits;
  private final ExecutionMoves executions;
  private final ControlMoves controls;
  private final DeliveryMoves delivery;
  private final LinkMoves links;

  public SessionMachine(Limits limits, CommandPolicy policy) {
    this.limits = limits;
    this.executions = new ExecutionMoves(policy);
    this.controls = new ControlMoves(executions);
    this.delivery = new DeliveryMoves();
    this.links = new LinkMoves(executions, delivery);
  }

  public Transition step(Session session, SessionEvent event, Ticks now) {
    Turn turn = new Turn(session, now, limits);
    dispatch(turn, event);
    // Only now: the very message that ends the doubt may be the one that stops what was held.
    executions.goOn(turn);
    if (!session.isOver()) {
      executions.forgetIfOver(turn);
    }
    return turn.finish();
  }

  private void dispatch(Turn turn, SessionEvent event) {
    if (event instanceof SessionEvent.MessageArrived e) {
      arrived(turn, e);
    } else if (event instanceof SessionEvent.MessageRefused e) {
      refused(turn, e);
    } else if (event instanceof SessionEvent.MessagesWritten e) {
      delivery.written(turn, e.peer(), e.count());
    } else if (event instanceof SessionEvent.InputDone e) {
      controls.done(turn, e);
    } else if (event instanceof SessionEvent.CommandWrote e) {
      executions.wrote(turn, e);
    } else if (event instanceof SessionEvent.CommandEnded e) {
      executions.ended(turn, e);
    } else if (event instanceof SessionEvent.CommandFailed e) {
      executions.failed(turn, e);
    } else if (event instanceof SessionEvent.StepProposed e) {
      executions.proposed(turn, e.execution(), e.step());
    } else if (event instanceof SessionEvent.AgentAnswered e) {
      executions.answered(turn, e);
    } else if (event instanceof SessionEvent.TimePassed) {
      links.timePassed(turn);
    } else if (event instanceof SessionEvent.PeerAnswered e) {
      links.answered(turn, e);
    } else if (event instanceof SessionEvent.ChannelOpened e) {
      links.channelOpened(turn, e.peer(), e.channel());
    } else if (event instanceof SessionEvent.ChannelClosed e) {
      links.channelClosed(turn, e.peer(), e.channel());
    } else if (event instanceof SessionEvent.ConnectivityChanged e) {
      links.connectivityChanged(turn, e.peer(), e.connectivity());
    } else if (event instanceof SessionEvent.ScreenResized e) {
      turn.screen = e.geometry();
    } else if (event instanceof SessionEvent.EndRequested e) {
      links.end(turn, e.cause());
    } else {
      throw new AssertionError("No move for " + event.getClass());
    }
  }

  private void arrived(Turn turn, SessionEvent.MessageArrived event) {
    if (!links.heard(turn, event.peer())) {
      turn.add(new Effect.CountRefusal(event.channel(), Refusal.NOT_YOUR_PEER));
      return;
    }
    PhoneMessage message = event.message();
    if (message instanceof PhoneMessage.ManualInput input) {
      controls.requested(turn, event.channel(), input.request());
    } else if (event.channel() == ChannelLabel.FAST) {
      turn.add(new Effect.CountRefusal(ChannelLabel.FAST, Refusal.NOT_ON_FAST));
    } else if (message instanceof PhoneMessage.UserIntent intent) {
      executions.begin(turn, intent.text());
    } else if (message instanceof PhoneMessage.ExecutionStop) {
      executions.stopAsAsked(turn);
    } else if (message instanceof PhoneMessage.SetManualMode mode) {
      controls.setMode(turn, mode.enabled());
    } else if (message instanceof PhoneMessage.Ack ack) {
      delivery.acknowledged(turn, ack.seq());
    } else if (message instanceof PhoneMessage.SessionEnd) {
      links.lost(turn);
    } else if (!(message instanceof PhoneMessage.Keepalive)) {
      throw new AssertionError("No move for " + message.getClass());
    }
  }

  private void refused(Turn turn, SessionEvent.MessageRefused event) {
    turn.add(new Effect.CountRefusal(event.channel(), event.cause()));
    boolean answered =
        links.heard(turn, event.peer())
            && event.channel() == ChannelLabel.RELIABLE
            && turn.outbox.waiting() < limits.errorBacklog();
    if (answered) {
      turn.say(
          new HostMessage.ErrorReply(event.cause().code(), event.cause().words(), event.ref()));
    }
  }
}
