package dev.contop.domain.session;

import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.execution.StopReason;
import dev.contop.domain.limits.Limits;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.pairing.ConnectionType;

/** What happens to a session's connection: coming, opening, doubt, loss and the end. */
final class LinkMoves {

  private static final HostMessage REPLACED =
      new HostMessage.SessionEnded("replaced", "Another page or phone took over this pairing.");

  private final ExecutionMoves executions;
  private final ConfirmationMoves confirmations;
  private final DeliveryMoves delivery;
  private final ViewMoves views;

  LinkMoves(
      ExecutionMoves executions,
      ConfirmationMoves confirmations,
      DeliveryMoves delivery,
      ViewMoves views) {
    this.executions = executions;
    this.confirmations = confirmations;
    this.delivery = delivery;
    this.views = views;
  }

  /** No peer from now on: for so long, the session waits for one. */
  static Link.Absent absent(Limits limits, ConnectionType connection, Ticks now) {
    return new Link.Absent(now.plus(limits.sessionLife().orElse(connection.lifetime())));
  }

  /** A new peer replaces the old one; what runs goes over to it (T33). */
  void answered(Turn turn, SessionEvent.PeerAnswered event) {
    if (turn.link instanceof Link.Ended) {
      turn.add(new Effect.ClosePeer(event.peer()));
      return;
    }
    turn.link.open().ifPresent(live -> turn.sayAtOnce(live.id(), REPLACED));
    leavePeer(turn);
    // What a session has lost does not come back: the next pairing begins a new one (T4, T95).
    turn.role = turn.role.stricter(event.role());
    if (event.connection() == ConnectionType.TEMPORARY
        && turn.connection == ConnectionType.PERMANENT) {
      turn.connection = ConnectionType.TEMPORARY;
      turn.until = turn.now.plus(ConnectionType.TEMPORARY.lifetime());
    }
    turn.control = turn.control.forNewPeer();
    turn.link =
        new Link.Connecting(
            event.peer(), turn.now.plus(turn.limits.connectWithin()), event.resume());
    views.joined(turn, event.peer());
  }

  void channelOpened(Turn turn, PeerId peer, ChannelLabel channel) {
    if (channel != ChannelLabel.RELIABLE
        || !(turn.link instanceof Link.Connecting connecting)
        || !connecting.id().equals(peer)) {
      return;
    }
    turn.link =
        connecting.opened(
            turn.now.plus(turn.limits.signalingLinger()),
            Heartbeat.starting(turn.now, turn.limits.heartbeat()));
    delivery.begin(turn, peer, connecting.resume());
    confirmations.askAgain(turn);
    ViewMoves.opened(turn);
  }

  void channelClosed(Turn turn, PeerId peer, ChannelLabel channel) {
    if (channel == ChannelLabel.RELIABLE && isCurrent(turn, peer)) {
      lost(turn);
    }
  }

  void connectivityChanged(Turn turn, PeerId peer, Connectivity connectivity) {
    if (!isCurrent(turn, peer)) {
      return;
    }
    switch (connectivity) {
      case CONNECTED -> recover(turn);
      case DISCONNECTED -> {
        if (turn.link instanceof Link.Live live) {
          turn.link = live.doubted();
        }
      }
      case FAILED, CLOSED -> lost(turn);
    }
  }

  /** Notes a sign of life (T18, T30); false when it is not from the peer that counts. */
  boolean heard(Turn turn, PeerId peer) {
    if (!isCurrent(turn, peer) || turn.link.open().isEmpty()) {
      return false;
    }
    recover(turn);
    if (turn.link instanceof Link.Live live) {
      turn.link = live.with(live.heartbeat().heard());
    }
    return true;
  }

  /** The connection is lost: at once, with no grace period (T30 to T32, T34). */
  void lost(Turn turn) {
    if (turn.link.peer().isEmpty()) {
      return;
    }
    leavePeer(turn);
    ControlMoves.leave(turn);
    turn.link = absent(turn.limits, turn.connection, turn.now);
    executions.stop(turn, StopReason.CONNECTION_LOST);
  }

  void timePassed(Turn turn) {
    if (turn.until.reachedAt(turn.now)) {
      end(turn, EndCause.PAIRING_EXPIRED);
    } else if (turn.link instanceof Link.Connecting connecting
        && connecting.deadline().reachedAt(turn.now)) {
      lost(turn);
    } else if (turn.link instanceof Link.Live live) {
      turn.link = onTime(turn, live);
    } else if (turn.link instanceof Link.Suspect suspect) {
      turn.link = onTime(turn, suspect.live()).doubted();
    } else if (turn.link instanceof Link.Absent absent && absent.deadline().reachedAt(turn.now)) {
      end(turn, EndCause.EXPIRED);
    }
  }

  void end(Turn turn, EndCause cause) {
    if (turn.link instanceof Link.Ended) {
      return;
    }
    turn.link
        .open()
        .ifPresent(
            live ->
                turn.sayAtOnce(
                    live.id(), new HostMessage.SessionEnded(cause.code(), cause.words())));
    leavePeer(turn);
    ControlMoves.leave(turn);
    turn.link = new Link.Ended(cause);
    executions.stop(turn, StopReason.SESSION_ENDED);
  }

  private static Link.Live onTime(Turn turn, Link.Live live) {
    Link.Live after = live;
    if (live.signalingUntil().reachedAt(turn.now)) {
      turn.add(new Effect.CloseSignaling(live.id()));
      after = after.withoutSignaling();
    }
    Ticks due = live.heartbeat().next();
    if (due.reachedAt(turn.now)) {
      Heartbeat beat = live.heartbeat().beat(turn.now, turn.limits.heartbeat());
      if (beat.warnsAt(turn.limits.silentHeartbeats())) {
        turn.add(new Effect.WarnOfSilence(live.id()));
      }
      // Behind a full window it would prove nothing and only pile up (T17).
      if (turn.outbox.inFlight() <= turn.limits.sendWindow()) {
        turn.sayAtOnce(live.id(), new HostMessage.Keepalive());
      }
      after = after.with(beat);
    }
    return after;
  }

  private static void recover(Turn turn) {
    if (turn.link instanceof Link.Suspect suspect) {
      turn.link = suspect.recovered();
    }
  }

  /** Nothing stays pressed, and what is not settled waits for the next peer (T34, T41). */
  private static void leavePeer(Turn turn) {
    turn.releaseInputs();
    // An act that was still being written down was meant for the screen as that phone saw it.
    turn.deferrals = turn.deferrals.without(Deferred.Act.class);
    turn.link.peer().ifPresent(peer -> turn.add(new Effect.ClosePeer(peer)));
    turn.outbox = turn.outbox.takeBack();
    turn.nextFigures = Ticks.NEVER;
  }

  private static boolean isCurrent(Turn turn, PeerId peer) {
    return turn.link.peer().filter(peer::equals).isPresent();
  }
}
