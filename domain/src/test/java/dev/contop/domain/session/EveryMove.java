package dev.contop.domain.session;

import dev.contop.domain.audit.AuditTicket;
import dev.contop.domain.confirmation.Confirmations;
import dev.contop.domain.confirmation.Digest;
import dev.contop.domain.confirmation.PendingConfirmation;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.control.InputRequest;
import dev.contop.domain.control.MouseButton;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.Resume;
import dev.contop.domain.execution.Command;
import dev.contop.domain.execution.ExecutionId;
import dev.contop.domain.execution.OutputStreamKind;
import dev.contop.domain.execution.Step;
import dev.contop.domain.limits.ConfirmationLimits;
import dev.contop.domain.limits.Limits;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.pairing.ConnectionType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that can happen to a session next, of each kind at least one. */
final class EveryMove implements Explorer.Moves {

  static final PeerId FIRST = new PeerId("first");
  static final PeerId SECOND = new PeerId("second");
  private static final List<PeerId> PEERS = List.of(FIRST, SECOND);
  private static final Digest STALE = new Digest("0".repeat(64));
  private static final RequestId UNKNOWN = new RequestId("another host's question");
  private static final List<String> LINES = List.of("ls", "touch x", "rm x");

  /** Small, and with deadlines that meet, so that there are few of them. */
  static final Limits LIMITS = limits();

  /** With more lines than this on their way, the disk comes first. */
  private static final int MOST_UNWRITTEN = 2;

  private static Limits limits() {
    Limits usual = Limits.standard();
    Duration unit = Duration.ofSeconds(20);
    return new Limits(
            8,
            6,
            1 << 20,
            4,
            2,
            Optional.of(unit),
            unit,
            unit,
            2,
            unit,
            usual.stepOutput(),
            usual.finalOutput(),
            usual.intentText(),
            usual.confirmations())
        .with(new ConfirmationLimits(unit, 2, 2));
  }

  private final boolean resuming;

  /**
   * @param resuming whether phones ask for numbered messages (T42)
   */
  EveryMove(boolean resuming) {
    this.resuming = resuming;
  }

  @Override
  public List<Explorer.Move> from(Explorer.World world) {
    List<Explorer.Move> moves = new ArrayList<>();
    for (int i = 0; i < world.devices().size(); i++) {
      new Of(world, i, moves).add();
    }
    return moves;
  }

  /** The moves of one device. */
  private final class Of {
    private final Explorer.World world;
    private final int number;
    private final Session session;
    private final Onlooker onlooker;
    private final List<Explorer.Move> moves;

    Of(Explorer.World world, int number, List<Explorer.Move> moves) {
      this.world = world;
      this.number = number;
      this.session = world.devices().get(number).session();
      this.onlooker = world.devices().get(number).onlooker();
      this.moves = moves;
    }

    void add() {
      if (onlooker.forgotten()) {
        return;
      }
      onlooker.nextToWrite().ifPresent(this::disk);
      if (onlooker.unwritten().size() > MOST_UNWRITTEN) {
        return;
      }
      if (session.outbox().inFlight() > 0) {
        // What a slow phone does to the queue is tried elsewhere; here the channel keeps up.
        session
            .link()
            .peer()
            .ifPresent(
                peer -> now(new SessionEvent.MessagesWritten(peer, session.outbox().inFlight())));
        return;
      }
      PEERS.forEach(this::network);
      PEERS.forEach(this::phone);
      onlooker.owing().ifPresent(this::agent);
      onlooker.running().forEach(this::processes);
      time();
      desk();
      now(new SessionEvent.EndRequested(EndCause.HOST_STOPPED));
    }

    private void desk() {
      now(new SessionEvent.StoppedAtDesk());
      for (PendingConfirmation one : session.confirmations().open()) {
        now(new SessionEvent.RejectedAtDesk(one.request()));
      }
    }

    private void disk(AuditTicket ticket) {
      now(new SessionEvent.AuditWritten(ticket));
      now(new SessionEvent.AuditFailed(ticket, "full"));
    }

    private void network(PeerId peer) {
      if (!session.link().peer().equals(Optional.of(peer))) {
        if (resuming) {
          onlooker.places().forEach(place -> answered(peer, Optional.of(new Resume(place))));
        } else {
          answered(peer, Optional.empty());
        }
      }
      now(new SessionEvent.ChannelOpened(peer, ChannelLabel.RELIABLE));
      now(new SessionEvent.ChannelClosed(peer, ChannelLabel.RELIABLE));
      for (Connectivity connectivity : Connectivity.values()) {
        now(new SessionEvent.ConnectivityChanged(peer, connectivity));
      }
    }

    private void answered(PeerId peer, Optional<Resume> resume) {
      now(new SessionEvent.PeerAnswered(peer, ConnectionType.TEMPORARY, resume));
    }

    private void phone(PeerId peer) {
      if (resuming && onlooker.numbers().next() > 1) {
        says(peer, new PhoneMessage.Ack(onlooker.numbers().next() - 1));
      }
      says(peer, new PhoneMessage.UserIntent("go"));
      says(peer, new PhoneMessage.ExecutionStop());
      says(peer, new PhoneMessage.SetManualMode(true));
      says(peer, new PhoneMessage.SetManualMode(false));
      says(peer, new PhoneMessage.Keepalive());
      says(peer, new PhoneMessage.SessionEnd());
      PhoneMessage press = input(new InputRequest.Press(MouseButton.LEFT, Optional.empty()));
      says(peer, press);
      now(new SessionEvent.MessageArrived(peer, ChannelLabel.FAST, press));
      answers(peer);
    }

    private void answers(PeerId peer) {
      Confirmations asked = session.confirmations();
      for (PendingConfirmation one : asked.open()) {
        answer(peer, one.request(), true, Optional.empty());
        answer(peer, one.request(), true, Optional.of(one.digest()));
        answer(peer, one.request(), true, Optional.of(STALE));
        answer(peer, one.request(), false, Optional.empty());
        // The time is up and nobody has noticed.
        moves.add(
            new Explorer.Move(
                number,
                new SessionEvent.MessageArrived(
                    peer, ChannelLabel.RELIABLE, yes(one.request(), Optional.empty())),
                later(one.deadline())));
        // On the channel that approves nothing (T15).
        now(
            new SessionEvent.MessageArrived(
                peer, ChannelLabel.FAST, yes(one.request(), Optional.empty())));
      }
      asked.ended().forEach(one -> answer(peer, one.request(), true, Optional.empty()));
      answer(peer, UNKNOWN, true, Optional.empty());
      otherDevices(peer);
    }

    /** Another device's question, answered by this one's phone. */
    private void otherDevices(PeerId peer) {
      for (int i = 0; i < world.devices().size(); i++) {
        if (i != number) {
          world
              .devices()
              .get(i)
              .session()
              .confirmations()
              .open()
              .forEach(one -> answer(peer, one.request(), true, Optional.of(one.digest())));
        }
      }
    }

    private void answer(PeerId peer, RequestId request, boolean yes, Optional<Digest> digest) {
      says(peer, new PhoneMessage.ConfirmationResponse(request, yes, digest));
    }

    private PhoneMessage yes(RequestId request, Optional<Digest> digest) {
      return new PhoneMessage.ConfirmationResponse(request, true, digest);
    }

    private PhoneMessage input(InputRequest request) {
      return new PhoneMessage.ManualInput(request);
    }

    private void agent(ExecutionId execution) {
      for (String line : LINES) {
        now(new SessionEvent.StepProposed(execution, new Step("shell", "", new Command(line))));
      }
      now(new SessionEvent.AgentAnswered(execution, "done", Optional.empty()));
    }

    private void processes(ExecutionId execution) {
      now(new SessionEvent.CommandWrote(execution, OutputStreamKind.STDOUT, "x"));
      now(new SessionEvent.CommandEnded(execution, 0, Duration.ZERO, false, 0));
      now(new SessionEvent.CommandFailed(execution, "no"));
    }

    private void time() {
      now(new SessionEvent.TimePassed());
      Ticks deadline = session.nextDeadline();
      if (!deadline.equals(Ticks.NEVER)) {
        moves.add(new Explorer.Move(number, new SessionEvent.TimePassed(), later(deadline)));
      }
    }

    private Ticks later(Ticks then) {
      return then.isBefore(world.now()) ? world.now() : then;
    }

    private void says(PeerId peer, PhoneMessage message) {
      now(new SessionEvent.MessageArrived(peer, ChannelLabel.RELIABLE, message));
    }

    private void now(SessionEvent event) {
      moves.add(new Explorer.Move(number, event, world.now()));
    }
  }
}
