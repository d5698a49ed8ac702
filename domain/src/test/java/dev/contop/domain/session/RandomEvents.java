package dev.contop.domain.session;

import dev.contop.domain.audit.AuditTicket;
import dev.contop.domain.confirmation.Digest;
import dev.contop.domain.confirmation.PendingConfirmation;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.control.InputRequest;
import dev.contop.domain.control.MouseButton;
import dev.contop.domain.control.ScrollDirection;
import dev.contop.domain.control.VideoPoint;
import dev.contop.domain.device.DeviceAction;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.MessageId;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.envelope.Resume;
import dev.contop.domain.execution.Backstory;
import dev.contop.domain.execution.Command;
import dev.contop.domain.execution.Execution;
import dev.contop.domain.execution.ExecutionId;
import dev.contop.domain.execution.OutputStreamKind;
import dev.contop.domain.execution.Step;
import dev.contop.domain.execution.ToolRequest;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.pairing.ConnectionType;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;

/**
 * A seeded world around a session: phones that come and go and say what they like, an agent and
 * commands that answer late, twice, or for something long over.
 */
final class RandomEvents {

  private static final List<MouseButton> BUTTONS = List.of(MouseButton.values());
  private static final String[] LINES = {"ls", "seq 9", "rm -rf /", "touch a", "touch b", "uptime"};

  private final Random random;
  private final List<PeerId> peers = new ArrayList<>();
  private final List<ExecutionId> executions = new ArrayList<>();
  private final Deque<AuditTicket> unwritten = new ArrayDeque<>();
  private final List<RequestId> requests = new ArrayList<>();
  private int named;

  RandomEvents(long seed) {
    this.random = new Random(seed);
    executions.add(new ExecutionId(new UUID(0, 0)));
    peers.add(new PeerId("nobody"));
    requests.add(new RequestId("nothing"));
  }

  Duration pause() {
    return random.nextInt(20) == 0
        ? Duration.ofSeconds(random.nextInt(40))
        : Duration.ofMillis(random.nextInt(50));
  }

  /** What happens next, sometimes senseless. */
  SessionEvent next(Session session) {
    remember(session);
    if (session.execution() instanceof Execution.Asking && random.nextInt(2) == 0) {
      return new SessionEvent.MessageArrived(
          peer(session),
          ChannelLabel.RELIABLE,
          new PhoneMessage.ConfirmationResponse(
              request(session), random.nextInt(4) != 0, digest(session)));
    }
    return switch (random.nextInt(38)) {
      case 0 -> new SessionEvent.PeerAnswered(newPeer(), ConnectionType.TEMPORARY, resume(session));
      case 1, 2, 3 -> new SessionEvent.ChannelOpened(peer(session), label());
      case 4 ->
          random.nextInt(3) == 0
              ? new SessionEvent.ChannelClosed(peer(session), label())
              : new SessionEvent.TimePassed();
      case 5 -> new SessionEvent.ConnectivityChanged(peer(session), connectivity());
      case 6, 7, 8, 9, 10, 11 ->
          new SessionEvent.MessageArrived(peer(session), label(), message(session));
      case 12 ->
          new SessionEvent.MessageRefused(
              peer(session), label(), Refusal.MALFORMED, Optional.empty());
      case 13, 14 -> new SessionEvent.MessagesWritten(peer(session), random.nextInt(40));
      case 15, 16 -> new SessionEvent.StepProposed(execution(session), step());
      case 17 -> new SessionEvent.AgentAnswered(execution(session), "done", Optional.empty());
      case 18, 19 ->
          new SessionEvent.CommandWrote(
              execution(session), stream(), "x".repeat(random.nextInt(3000)));
      case 20 -> new SessionEvent.CommandEnded(execution(session), 0, Duration.ZERO, false, 0);
      case 21 -> new SessionEvent.CommandFailed(execution(session), "It could not be started.");
      case 22 ->
          new SessionEvent.ScreenResized(
              new ScreenSize(1 + random.nextInt(3000), 1 + random.nextInt(2000)));
      case 23 ->
          new SessionEvent.DeviceActed(
              DeviceAction.KEEP_AWAKE_ON, Optional.empty(), random.nextBoolean());
      case 35 ->
          random.nextInt(4) == 0
              ? new SessionEvent.StoppedAtDesk()
              : new SessionEvent.RejectedAtDesk(request(session));
      case 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34 -> audited();
      default -> new SessionEvent.InputDone("click", true, "done", Duration.ZERO);
    };
  }

  /** What the session wants of the world. */
  void saw(List<Effect> effects) {
    for (Effect effect : effects) {
      if (effect instanceof Effect.RecordEntry entry) {
        unwritten.add(entry.ticket());
      }
    }
  }

  /** The audit log writes in order, and fails now and then. */
  private SessionEvent audited() {
    if (unwritten.isEmpty()) {
      return new SessionEvent.AuditWritten(new AuditTicket(new UUID(0, random.nextInt())));
    }
    AuditTicket ticket = unwritten.remove();
    return random.nextInt(60) == 0
        ? new SessionEvent.AuditFailed(ticket, "The disk is full.")
        : new SessionEvent.AuditWritten(ticket);
  }

  private void remember(Session session) {
    if (session.execution() instanceof Execution.Active active
        && !executions.get(executions.size() - 1).equals(active.id())) {
      executions.add(active.id());
    }
    session
        .confirmations()
        .open()
        .forEach(
            one -> {
              if (!requests.contains(one.request())) {
                requests.add(one.request());
              }
            });
  }

  private PeerId newPeer() {
    named++;
    PeerId peer = new PeerId("peer " + named);
    peers.add(peer);
    return peer;
  }

  /** Mostly the one that counts, sometimes one of old. */
  private PeerId peer(Session session) {
    PeerId any = peers.get(random.nextInt(peers.size()));
    return random.nextInt(8) == 0 ? any : session.link().peer().orElse(any);
  }

  private ExecutionId execution(Session session) {
    ExecutionId any = executions.get(random.nextInt(executions.size()));
    return random.nextInt(8) != 0 && session.execution() instanceof Execution.Active active
        ? active.id()
        : any;
  }

  private ChannelLabel label() {
    return random.nextInt(4) == 0 ? ChannelLabel.FAST : ChannelLabel.RELIABLE;
  }

  /** Mostly where a phone may stand. */
  private Optional<Resume> resume(Session session) {
    long place = session.outbox().highest() + 2 - random.nextInt(40);
    return random.nextBoolean() ? Optional.of(new Resume(Math.max(0, place))) : Optional.empty();
  }

  private Connectivity connectivity() {
    return switch (random.nextInt(12)) {
      case 0 -> Connectivity.FAILED;
      case 1 -> Connectivity.CLOSED;
      case 2, 3, 4, 5, 6 -> Connectivity.DISCONNECTED;
      default -> Connectivity.CONNECTED;
    };
  }

  private OutputStreamKind stream() {
    return random.nextBoolean() ? OutputStreamKind.STDOUT : OutputStreamKind.STDERR;
  }

  private Step step() {
    return new Step("shell", "Run a command", new Command(LINES[random.nextInt(LINES.length)]));
  }

  private PhoneMessage message(Session session) {
    return switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4 -> new PhoneMessage.UserIntent(LINES[random.nextInt(LINES.length)]);
      case 5 -> new PhoneMessage.ExecutionStop();
      case 6 -> new PhoneMessage.SetManualMode(random.nextBoolean());
      case 7 ->
          random.nextBoolean()
              ? new PhoneMessage.Keepalive()
              : new PhoneMessage.Ack(1 + random.nextInt(500));
      case 8 ->
          random.nextInt(6) == 0 ? new PhoneMessage.SessionEnd() : new PhoneMessage.Keepalive();
      case 9 ->
          new PhoneMessage.ConfirmationResponse(
              request(session), random.nextInt(4) != 0, digest(session));
      case 10, 11 ->
          new PhoneMessage.ToolCall(
              new MessageId(new UUID(0, random.nextLong())),
              new ToolRequest.Shell("execute_cli", step().command()));
      case 12 ->
          new PhoneMessage.DeviceControl("keep_awake_on", Optional.of(DeviceAction.KEEP_AWAKE_ON));
      case 13 -> new PhoneMessage.SessionContext(List.of(new Backstory.Entry("user", "hello")));
      case 14 -> new PhoneMessage.ConversationRequest();
      default -> new PhoneMessage.ManualInput(input());
    };
  }

  /** Mostly the one that is asked, sometimes one of old. */
  private RequestId request(Session session) {
    List<PendingConfirmation> open = session.confirmations().open();
    return open.isEmpty() || random.nextInt(6) == 0
        ? requests.get(random.nextInt(requests.size()))
        : open.get(0).request();
  }

  private Optional<Digest> digest(Session session) {
    return switch (random.nextInt(4)) {
      case 0 -> Optional.of(new Digest("stale"));
      case 1 -> session.confirmations().open().stream().map(PendingConfirmation::digest).findAny();
      default -> Optional.empty();
    };
  }

  private InputRequest input() {
    MouseButton button = BUTTONS.get(random.nextInt(BUTTONS.size()));
    Optional<VideoPoint> at = random.nextBoolean() ? Optional.of(point()) : Optional.empty();
    OptionalLong counter =
        random.nextBoolean() ? OptionalLong.of(random.nextInt(1000)) : OptionalLong.empty();
    return switch (random.nextInt(8)) {
      case 0 -> new InputRequest.MoveTo(point(), counter);
      case 1 -> new InputRequest.MoveBy(random.nextGaussian() * 9, random.nextGaussian(), counter);
      case 2, 3 -> new InputRequest.Press(button, at);
      case 4 -> new InputRequest.Release(button, at);
      case 5 -> new InputRequest.Click("click", button, 1, at);
      case 6 -> new InputRequest.Scroll(ScrollDirection.DOWN, 1, at);
      default -> new InputRequest.KeyCombo(List.of("a"));
    };
  }

  private VideoPoint point() {
    return new VideoPoint(random.nextGaussian() * 2000, random.nextGaussian() * 2000);
  }
}
