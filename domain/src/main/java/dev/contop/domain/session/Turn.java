package dev.contop.domain.session;

import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.audit.AuditTicket;
import dev.contop.domain.confirmation.Confirmations;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.control.HeldInputs;
import dev.contop.domain.control.ManualControl;
import dev.contop.domain.control.ScreenGeometry;
import dev.contop.domain.envelope.AiState;
import dev.contop.domain.envelope.Envelope;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.IdSequence;
import dev.contop.domain.envelope.MessageId;
import dev.contop.domain.envelope.Outbox;
import dev.contop.domain.execution.Backstory;
import dev.contop.domain.execution.Execution;
import dev.contop.domain.execution.ExecutionId;
import dev.contop.domain.limits.Limits;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.media.View;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The working copy of a session during one step: the concerns write to it, and it becomes the
 * {@link Transition}. Lives as long as the step and never leaves this package.
 */
final class Turn {

  final Ticks now;
  final Limits limits;
  Link link;
  Outbox outbox;
  Execution execution;
  Confirmations confirmations;
  Deferrals deferrals;
  ManualControl control;
  ScreenGeometry screen;
  ScreenSize captured;
  View view;
  ConnectionType connection;
  Role role;
  Ticks until;
  Forbidding forbidding;
  Backstory before;
  boolean keptAwake;
  Optional<String> screenLost;
  Stills stills;
  Ticks nextFigures;
  private IdSequence ids;
  private final List<Effect> effects = new ArrayList<>(4);

  Turn(Session session, Ticks now, Limits limits) {
    this.now = now;
    this.limits = limits;
    this.link = session.link();
    this.outbox = session.outbox();
    this.execution = session.execution();
    this.confirmations = session.confirmations();
    this.deferrals = session.deferrals();
    this.control = session.control();
    this.screen = session.screen();
    this.captured = session.captured();
    this.view = session.view();
    this.connection = session.connection();
    this.role = session.role();
    this.until = session.until();
    this.forbidding = session.forbidding();
    this.before = session.before();
    this.keptAwake = session.keptAwake();
    this.screenLost = session.screenLost();
    this.stills = session.stills();
    this.nextFigures = session.nextFigures();
    this.ids = session.ids();
  }

  void add(Effect effect) {
    effects.add(effect);
  }

  /** Queues a message; it leaves at the end of this turn if the link allows (T17, T40). */
  void say(HostMessage message) {
    if (!(link instanceof Link.Ended)) {
      outbox = outbox.add(new Envelope(new MessageId(draw()), message));
    }
  }

  /** Sends a message past the queue: it is true now, and only for this peer. */
  void sayAtOnce(PeerId peer, HostMessage message) {
    Envelope envelope = new Envelope(new MessageId(draw()), message);
    outbox = outbox.handedPast();
    effects.add(new Effect.SendEnvelope(peer, envelope));
  }

  HostMessage stateUpdate() {
    return stateUpdate(snapshot().aiState());
  }

  HostMessage stateUpdate(AiState state) {
    return new HostMessage.StateUpdate(state, connection, role, keptAwake, control.enabled());
  }

  /** Has an entry written; what is done on its strength waits until it was (T55). */
  AuditTicket enter(AuditEntry entry) {
    AuditTicket ticket = new AuditTicket(draw());
    effects.add(new Effect.RecordEntry(entry, ticket));
    return ticket;
  }

  /** Has an entry written, and something done once it was. */
  void enter(AuditEntry entry, Deferred then) {
    deferrals = deferrals.with(enter(entry), then);
  }

  RequestId newRequest() {
    return new RequestId(draw().toString());
  }

  ExecutionId newExecution() {
    return new ExecutionId(draw());
  }

  void releaseInputs() {
    if (!control.held().isEmpty()) {
      add(new Effect.ReleaseInputs(control.held()));
      control = control.holding(HeldInputs.NONE);
    }
  }

  Transition finish() {
    link.open().ifPresent(live -> pump(live.id()));
    return new Transition(snapshot(), effects);
  }

  private void pump(PeerId peer) {
    while (outbox.inFlight() < limits.sendWindow()) {
      if (outbox.tellsOfDrops()) {
        HostMessage notice = new HostMessage.MessagesDropped(outbox.dropped());
        outbox = outbox.tellingOfDrops(new Envelope(new MessageId(draw()), notice));
      }
      Optional<Envelope> next = outbox.next();
      if (next.isEmpty()) {
        return;
      }
      outbox = outbox.handOver();
      effects.add(new Effect.SendEnvelope(peer, next.get()));
    }
  }

  private Session snapshot() {
    return new Session(
        link,
        outbox,
        execution,
        confirmations,
        deferrals,
        control,
        screen,
        captured,
        view,
        connection,
        role,
        until,
        forbidding,
        before,
        keptAwake,
        screenLost,
        stills,
        nextFigures,
        ids);
  }

  private UUID draw() {
    UUID drawn = ids.head();
    ids = ids.tail();
    return drawn;
  }
}
