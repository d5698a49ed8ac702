package dev.contop.domain.session;

import dev.contop.domain.confirmation.HashBytes;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.execution.CommandPolicy;
import dev.contop.domain.limits.Limits;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.media.VideoSettings;
import dev.contop.domain.pairing.Role;
import java.util.Optional;

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
  private final StepMoves steps;
  private final ConfirmationMoves confirmations;
  private final ExecutionMoves executions;
  private final ControlMoves controls;
  private final DeliveryMoves delivery;
  private final LinkMoves links;
  private final AuditMoves audit;
  private final ViewMoves views;

  /**
   * @param hash what the user approves is compared by it (T52)
   */
  public SessionMachine(Limits limits, CommandPolicy policy, HashBytes hash) {
    this(limits, policy, hash, VideoSettings.standard());
  }

  /**
   * @param hash what the user approves is compared by it (T52)
   * @param video how the host sends the screen at best
   */
  public SessionMachine(Limits limits, CommandPolicy policy, HashBytes hash, VideoSettings video) {
    this.limits = limits;
    this.steps = new StepMoves(policy, hash);
    this.confirmations = new ConfirmationMoves(steps);
    this.executions = new ExecutionMoves(steps, confirmations);
    this.controls = new ControlMoves(executions);
    this.delivery = new DeliveryMoves();
    this.views = new ViewMoves(video);
    this.links = new LinkMoves(executions, confirmations, delivery, views);
    this.audit = new AuditMoves(steps, executions, confirmations, controls);
  }

  public Transition step(Session session, SessionEvent event, Ticks now) {
    Turn turn = new Turn(session, now, limits);
    dispatch(turn, event);
    // Only now: the very message that ends the doubt may be the one that stops what was held.
    steps.goOn(turn);
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
      RunMoves.wrote(turn, e);
    } else if (event instanceof SessionEvent.CommandEnded e) {
      RunMoves.ended(turn, e);
    } else if (event instanceof SessionEvent.CommandFailed e) {
      RunMoves.failed(turn, e);
    } else if (event instanceof SessionEvent.StepProposed e) {
      steps.proposed(turn, e.execution(), e.step());
    } else if (event instanceof SessionEvent.AgentAnswered e) {
      executions.answered(turn, e);
    } else if (event instanceof SessionEvent.AuditWritten e) {
      audit.written(turn, e.ticket());
    } else if (event instanceof SessionEvent.AuditFailed e) {
      audit.failed(turn, e.ticket(), e.reason());
    } else if (event instanceof SessionEvent.TimePassed) {
      // First: what expires now is not carried over or lost a moment later.
      confirmations.expire(turn);
      links.timePassed(turn);
      FigureMoves.onTime(turn);
    } else if (event instanceof SessionEvent.DeviceActed e) {
      DeviceMoves.acted(turn, e);
    } else if (event instanceof SessionEvent.MonitorsListed e) {
      views.listed(turn, e);
    } else if (event instanceof SessionEvent.ScreenStatusChanged e) {
      ViewMoves.statusChanged(turn, e.lost());
    } else if (event instanceof SessionEvent.PeerMeasured e) {
      FigureMoves.measured(turn, e);
    } else if (event instanceof SessionEvent.StillTaken e) {
      StillMoves.taken(turn, e);
    } else if (event instanceof SessionEvent.StillMissed e) {
      StillMoves.missed(turn, e);
    } else if (event instanceof SessionEvent.PeerAnswered e) {
      links.answered(turn, e);
    } else if (event instanceof SessionEvent.ChannelOpened e) {
      links.channelOpened(turn, e.peer(), e.channel());
    } else if (event instanceof SessionEvent.ChannelClosed e) {
      links.channelClosed(turn, e.peer(), e.channel());
    } else if (event instanceof SessionEvent.ConnectivityChanged e) {
      links.connectivityChanged(turn, e.peer(), e.connectivity());
    } else if (event instanceof SessionEvent.ScreenResized e) {
      views.resized(turn, e.captured());
    } else if (event instanceof SessionEvent.StoppedAtDesk) {
      executions.stopAtDesk(turn);
    } else if (event instanceof SessionEvent.RejectedAtDesk e) {
      confirmations.rejectedAtDesk(turn, e.request());
    } else if (event instanceof SessionEvent.EndRequested e) {
      links.end(turn, e.cause());
    } else {
      throw new AssertionError("No move for " + event.getClass());
    }
  }

  private void arrived(Turn turn, SessionEvent.MessageArrived event) {
    if (!links.heard(turn, event.peer())) {
      refuse(turn, event, Refusal.NOT_YOUR_PEER);
    } else if (turn.role == Role.VIEW && event.message() instanceof PhoneMessage.Acting acting) {
      ForbiddenMoves.tried(turn, event, acting);
    } else if (event.message() instanceof PhoneMessage.ManualInput input) {
      controls.requested(turn, event.channel(), input.request());
    } else if (event.channel() == ChannelLabel.FAST) {
      refuse(turn, event, Refusal.NOT_ON_FAST);
    } else {
      said(turn, event.peer(), event.message());
    }
  }

  private void said(Turn turn, PeerId peer, PhoneMessage message) {
    if (message instanceof PhoneMessage.UserIntent intent) {
      executions.begin(turn, intent);
    } else if (message instanceof PhoneMessage.ExecutionStop) {
      executions.stopAsAsked(turn);
    } else if (message instanceof PhoneMessage.ConfirmationResponse answer) {
      confirmations.answered(turn, answer);
    } else if (message instanceof PhoneMessage.ToolCall call) {
      executions.callTool(turn, peer, call);
    } else if (message instanceof PhoneMessage.SetManualMode mode) {
      controls.setMode(turn, mode.enabled());
    } else if (message instanceof PhoneMessage.DeviceControl device) {
      DeviceMoves.requested(turn, device);
    } else if (message instanceof PhoneMessage.ObserveScreen observe) {
      Stills.Asked by = new Stills.Asked(peer, observe.asked(), Optional.empty(), turn.now);
      StillMoves.asked(turn, by, observe.wish());
    } else if (message instanceof PhoneMessage.ChangeVideo change) {
      views.changed(turn, change);
    } else if (message instanceof PhoneMessage.AskScreens) {
      turn.add(new Effect.ListMonitors(Optional.empty()));
    } else if (message instanceof PhoneMessage.SelectScreen select) {
      turn.add(new Effect.ListMonitors(Optional.of(select.id())));
    } else if (message instanceof PhoneMessage.WatchFigures watch) {
      FigureMoves.wanted(turn, watch.wanted());
    } else if (message instanceof PhoneMessage.Ack ack) {
      delivery.acknowledged(turn, ack.seq());
    } else if (message instanceof PhoneMessage.SessionEnd) {
      links.lost(turn);
    } else if (!(message instanceof PhoneMessage.Keepalive)) {
      TalkMoves.said(turn, message);
    }
  }

  private void refuse(Turn turn, SessionEvent.MessageArrived event, Refusal cause) {
    turn.add(new Effect.CountRefusal(event.channel(), cause));
    if (event.message() instanceof PhoneMessage.ConfirmationResponse answer) {
      confirmations.unheard(turn, answer);
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
