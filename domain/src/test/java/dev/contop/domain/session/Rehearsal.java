package dev.contop.domain.session;

import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.audit.AuditTicket;
import dev.contop.domain.confirmation.JavaHash;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.control.InputRequest;
import dev.contop.domain.control.ScreenGeometry;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Envelope;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.Resume;
import dev.contop.domain.execution.AsksBeforeTouch;
import dev.contop.domain.execution.Command;
import dev.contop.domain.execution.Execution;
import dev.contop.domain.execution.ExecutionId;
import dev.contop.domain.execution.OutputStreamKind;
import dev.contop.domain.execution.Step;
import dev.contop.domain.limits.Limits;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.Role;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A session under test: plays what happens into the machine and remembers what follows. */
public final class Rehearsal {

  public static final PeerId FIRST = new PeerId("first");
  public static final PeerId SECOND = new PeerId("second");
  public static final UUID SEED = new UUID(0x1122334455667788L, 0x99aabbccddeeff00L);
  public static final ScreenGeometry SCREEN =
      new ScreenGeometry(new ScreenSize(2560, 1440), new ScreenSize(1280, 720));

  private final Limits limits;
  private final SessionMachine machine;
  private final List<Effect> effects = new ArrayList<>();
  private final Deque<AuditTicket> unwritten = new ArrayDeque<>();
  private Ticks now = Ticks.ZERO;
  private Session session;
  private boolean writing = true;
  private Optional<String> broken = Optional.empty();

  public Rehearsal() {
    this(Limits.standard());
  }

  public Rehearsal(Limits limits) {
    this(limits, new SessionMachine(limits, new AsksBeforeTouch(), new JavaHash()));
  }

  /** The standard limits, and other rules. */
  public Rehearsal(SessionMachine machine) {
    this(Limits.standard(), machine);
  }

  /** The standard limits, for a phone that is paired so. */
  public Rehearsal(ConnectionType connection, Role role) {
    this(
        Limits.standard(),
        new SessionMachine(Limits.standard(), new AsksBeforeTouch(), new JavaHash()),
        connection,
        role);
  }

  private Rehearsal(Limits limits, SessionMachine machine) {
    this(limits, machine, ConnectionType.TEMPORARY, Role.CONTROL);
  }

  private Rehearsal(Limits limits, SessionMachine machine, ConnectionType connection, Role role) {
    this.limits = limits;
    this.machine = machine;
    this.session = Session.begun(SEED, connection, role, SCREEN, false, limits, now);
  }

  /** The standard limits, with a smaller queue and send window. */
  public static Limits limits(int queuedMessages, int sendWindow) {
    return limits(queuedMessages, sendWindow, Limits.standard().unacknowledged());
  }

  public static Limits limits(int queuedMessages, int sendWindow, int unacknowledged) {
    Limits standard = Limits.standard();
    return new Limits(
        queuedMessages,
        unacknowledged,
        standard.queuedBytes(),
        sendWindow,
        standard.errorBacklog(),
        standard.sessionLife(),
        standard.connectWithin(),
        standard.heartbeat(),
        standard.silentHeartbeats(),
        standard.signalingLinger(),
        standard.stepOutput(),
        standard.finalOutput(),
        standard.intentText(),
        standard.confirmations());
  }

  public Session session() {
    return session;
  }

  public Limits limits() {
    return limits;
  }

  public Ticks now() {
    return now;
  }

  public Rehearsal play(SessionEvent event) {
    Transition transition = machine.step(session, event, now);
    session = transition.session();
    effects.addAll(transition.effects());
    for (Effect effect : transition.effects()) {
      if (effect instanceof Effect.RecordEntry entry) {
        unwritten.add(entry.ticket());
      }
    }
    return writing ? audit() : this;
  }

  /** From now on entries for the audit log wait until {@link #audit}. */
  public Rehearsal holdAudit() {
    writing = false;
    return this;
  }

  /** From now on no entry can be written. */
  public Rehearsal breakAudit(String reason) {
    broken = Optional.of(reason);
    return this;
  }

  /** The entries that wait are written, or fail, in order. */
  public Rehearsal audit() {
    while (!unwritten.isEmpty()) {
      auditOne();
    }
    return this;
  }

  /** The oldest entry that waits is written, or fails. */
  public Rehearsal auditOne() {
    AuditTicket ticket = unwritten.remove();
    return play(
        broken
            .<SessionEvent>map(reason -> new SessionEvent.AuditFailed(ticket, reason))
            .orElseGet(() -> new SessionEvent.AuditWritten(ticket)));
  }

  /** The entries for the audit log since the effects were last let go of. */
  public List<AuditEntry> entries() {
    return effects(Effect.RecordEntry.class).stream().map(Effect.RecordEntry::entry).toList();
  }

  public <E extends AuditEntry> List<E> entries(Class<E> kind) {
    return entries().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Time passes without a word to the machine. */
  public Rehearsal pass(Duration duration) {
    now = now.plus(duration);
    return this;
  }

  /** Time passes, and the machine is told at each of its deadlines, as the loop does. */
  public Rehearsal later(Duration duration) {
    Ticks until = now.plus(duration);
    while (session.nextDeadline().reachedAt(until)) {
      now = session.nextDeadline().isBefore(now) ? now : session.nextDeadline();
      play(new SessionEvent.TimePassed());
    }
    now = until;
    return this;
  }

  public Rehearsal answered(PeerId peer) {
    return play(new SessionEvent.PeerAnswered(peer, ConnectionType.TEMPORARY));
  }

  /** The peer of a phone that has seen everything up to {@code lastSeq} answers (T42). */
  public Rehearsal answeredResuming(PeerId peer, long lastSeq) {
    return play(
        new SessionEvent.PeerAnswered(
            peer, ConnectionType.TEMPORARY, Optional.of(new Resume(lastSeq))));
  }

  public Rehearsal opened(PeerId peer) {
    return play(new SessionEvent.ChannelOpened(peer, ChannelLabel.RELIABLE));
  }

  /** The peer answers, its reliable channel opens, and what is due is written to it. */
  public Rehearsal connected(PeerId peer) {
    return answered(peer).opened(peer).written(peer).forget();
  }

  public Rehearsal written(PeerId peer) {
    while (session.outbox().inFlight() > 0) {
      play(new SessionEvent.MessagesWritten(peer, session.outbox().inFlight()));
    }
    return this;
  }

  public Rehearsal lost(PeerId peer) {
    return play(new SessionEvent.ChannelClosed(peer, ChannelLabel.RELIABLE));
  }

  public Rehearsal connectivity(PeerId peer, Connectivity connectivity) {
    return play(new SessionEvent.ConnectivityChanged(peer, connectivity));
  }

  /** A message from the first peer over the reliable channel. */
  public Rehearsal hears(PhoneMessage message) {
    return hears(FIRST, message);
  }

  public Rehearsal hears(PeerId peer, PhoneMessage message) {
    return play(new SessionEvent.MessageArrived(peer, ChannelLabel.RELIABLE, message));
  }

  public Rehearsal hearsFast(PhoneMessage message) {
    return play(new SessionEvent.MessageArrived(FIRST, ChannelLabel.FAST, message));
  }

  public Rehearsal asked(InputRequest request) {
    return hears(new PhoneMessage.ManualInput(request));
  }

  public Rehearsal askedFast(InputRequest request) {
    return hearsFast(new PhoneMessage.ManualInput(request));
  }

  public Rehearsal manual(boolean enabled) {
    return hears(new PhoneMessage.SetManualMode(enabled));
  }

  public Rehearsal intent(String text) {
    return hears(new PhoneMessage.UserIntent(text));
  }

  public Rehearsal stop() {
    return hears(new PhoneMessage.ExecutionStop());
  }

  /** The agent proposes a command for what runs. */
  public Rehearsal proposed(String line) {
    return play(
        new SessionEvent.StepProposed(
            execution(), new Step("shell", "Run a command", new Command(line))));
  }

  /** The name of the one question that is open. */
  public RequestId question() {
    return session.confirmations().open().get(0).request();
  }

  /** An intent about whose command the user is asked. */
  public Rehearsal asking() {
    return intent("touch x").proposed("touch x");
  }

  /** The phone answers the question that is open. */
  public Rehearsal says(boolean yes) {
    return says(question(), yes);
  }

  public Rehearsal says(RequestId request, boolean yes) {
    return hears(new PhoneMessage.ConfirmationResponse(request, yes, Optional.empty()));
  }

  /** An intent whose command runs. */
  public Rehearsal running(String line) {
    return intent(line).proposed(line);
  }

  public Rehearsal wrote(OutputStreamKind stream, String text) {
    return play(new SessionEvent.CommandWrote(execution(), stream, text));
  }

  public Rehearsal ended(int exitCode) {
    return play(
        new SessionEvent.CommandEnded(execution(), exitCode, Duration.ofMillis(5), false, 0));
  }

  public Rehearsal agentAnswered(String answer) {
    return play(new SessionEvent.AgentAnswered(execution(), answer, Optional.empty()));
  }

  /** The id of what runs now. */
  public ExecutionId execution() {
    return ((Execution.Active) session.execution()).id();
  }

  /** Lets go of the effects so far. */
  public Rehearsal forget() {
    effects.clear();
    return this;
  }

  /** The effects since they were last let go of; {@link #entries} has those for the audit log. */
  public List<Effect> effects() {
    return effects.stream().filter(effect -> !(effect instanceof Effect.RecordEntry)).toList();
  }

  /** All effects since they were last let go of, entries for the audit log among them. */
  public List<Effect> allEffects() {
    return List.copyOf(effects);
  }

  public <E extends Effect> List<E> effects(Class<E> kind) {
    return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** What was sent to a peer, as it was sent. */
  public List<Envelope> envelopesTo(PeerId peer) {
    return effects(Effect.SendEnvelope.class).stream()
        .filter(e -> e.peer().equals(peer))
        .map(Effect.SendEnvelope::envelope)
        .toList();
  }

  /** What was sent, to whichever peer. */
  public List<HostMessage> sent() {
    return effects(Effect.SendEnvelope.class).stream().map(e -> e.envelope().message()).toList();
  }

  public <M extends HostMessage> List<M> sent(Class<M> kind) {
    return sent().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  public List<HostMessage> sentTo(PeerId peer) {
    return effects(Effect.SendEnvelope.class).stream()
        .filter(e -> e.peer().equals(peer))
        .map(e -> e.envelope().message())
        .toList();
  }

  /** What waits in the outbox. */
  public List<HostMessage> waiting() {
    return session.outbox().contents().stream().map(e -> e.message()).toList();
  }
}
