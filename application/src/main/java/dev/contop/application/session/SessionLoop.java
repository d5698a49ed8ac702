package dev.contop.application.session;

import dev.contop.application.time.ReadTicks;
import dev.contop.application.time.Schedule;
import dev.contop.domain.control.InputRequest;
import dev.contop.domain.control.Moves;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Inbound;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.session.Effect;
import dev.contop.domain.session.EndCause;
import dev.contop.domain.session.Glance;
import dev.contop.domain.session.PeerId;
import dev.contop.domain.session.Session;
import dev.contop.domain.session.SessionEvent;
import dev.contop.domain.session.SessionMachine;
import dev.contop.domain.session.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One session's loop: takes what happened from the mailbox, lets the machine decide, and has the
 * effects performed, one event at a time on a shared pool.
 *
 * <p>Posting never waits and may be done from any thread, native ones among them.
 */
final class SessionLoop {

  private static final Logger LOG = LoggerFactory.getLogger(SessionLoop.class);

  /** How many entries are taken at once before other sessions get the thread. */
  private static final int TURN = 64;

  private final SessionMachine machine;
  private final PerformEffects effects;
  private final DecodeMessage decode;
  private final ReadTicks clock;
  private final Schedule schedule;
  private final Executor pool;
  private final Mailbox mailbox = new Mailbox();
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private final AtomicBoolean timeDue = new AtomicBoolean();
  private final AtomicBoolean overflown = new AtomicBoolean();

  // Written only inside a turn; turns follow one another through the pool's hand-over. Whoever
  // wants to know how the session stands reads it from any thread.
  private volatile Session session;
  private Ticks wakeAt = Ticks.NEVER;
  private Schedule.Cancel wake = () -> {};
  private boolean over;

  SessionLoop(
      Session session,
      SessionMachine machine,
      PerformEffects effects,
      DecodeMessage decode,
      ReadTicks clock,
      Schedule schedule,
      Executor pool) {
    this.session = session;
    this.machine = machine;
    this.effects = effects;
    this.decode = decode;
    this.clock = clock;
    this.schedule = schedule;
    this.pool = pool;
  }

  /** Takes in what happened; false when there was no room for it. */
  boolean post(SessionEvent event) {
    return noted(mailbox.post(event));
  }

  /** Takes in a message as it came; false when it was dropped (T17). */
  boolean post(PeerId peer, ChannelLabel channel, byte[] message) {
    return noted(mailbox.post(peer, channel, message));
  }

  /** How the session stands, as somebody at the computer sees it. */
  Glance glance() {
    return Glance.at(session, clock.now());
  }

  /** The peer whose channel is open. */
  Optional<PeerId> livePeer() {
    return session.link().open().map(live -> live.id());
  }

  private boolean noted(Mailbox.Posted posted) {
    if (posted == Mailbox.Posted.OVERFLOWN) {
      overflown.set(true);
    }
    signal();
    return posted == Mailbox.Posted.TAKEN;
  }

  private void signal() {
    if (scheduled.compareAndSet(false, true)) {
      try {
        pool.execute(this::turn);
      } catch (RejectedExecutionException poolIsDown) {
        LOG.debug("An event came after the end", poolIsDown);
      }
    }
  }

  private void turn() {
    // A throw must never leave the flag set: the session would go deaf.
    try {
      work();
    } catch (RuntimeException | Error bug) {
      LOG.error("A session failed and is ended", bug);
      abandon();
    } finally {
      scheduled.set(false);
    }
    if (!mailbox.isEmpty() || timeDue.get() || overflown.get()) {
      signal();
    }
  }

  private void abandon() {
    wake.cancel();
    if (!over) {
      over = true;
      effects.abandon();
    }
  }

  private void work() {
    if (overflown.getAndSet(false)) {
      step(new SessionEvent.EndRequested(EndCause.OVERLOADED));
    }
    if (timeDue.getAndSet(false)) {
      wakeAt = Ticks.NEVER;
      step(new SessionEvent.TimePassed());
    }
    List<Mailbox.Entry> batch = new ArrayList<>();
    if (mailbox.drainTo(batch, TURN)) {
      Optional<SessionEvent> waiting = Optional.empty();
      for (Mailbox.Entry entry : batch) {
        SessionEvent event = read(entry);
        Optional<SessionEvent> joined = waiting.flatMap(before -> joined(before, event));
        if (joined.isEmpty()) {
          waiting.ifPresent(this::step);
        }
        waiting = joined.or(() -> Optional.of(event));
      }
      waiting.ifPresent(this::step);
    }
    sleepUntil(over ? Ticks.NEVER : session.nextDeadline());
  }

  private void step(SessionEvent event) {
    if (over) {
      if (event instanceof SessionEvent.PeerAnswered late) {
        effects.perform(new Effect.ClosePeer(late.peer()));
      }
      return;
    }
    Transition transition = machine.step(session, event, clock.now());
    session = transition.session();
    for (Effect effect : transition.effects()) {
      effects.perform(effect);
    }
    over = session.isOver();
  }

  private SessionEvent read(Mailbox.Entry entry) {
    if (entry instanceof Mailbox.Entry.Unread unread) {
      Inbound inbound = decode.decode(unread.channel(), unread.bytes());
      return inbound instanceof Inbound.Accepted accepted
          ? new SessionEvent.MessageArrived(
              unread.peer(), unread.channel(), accepted.message(), Optional.of(accepted.id()))
          : refused(unread, (Inbound.Rejected) inbound);
    }
    return ((Mailbox.Entry.Happened) entry).event();
  }

  private static SessionEvent refused(Mailbox.Entry.Unread unread, Inbound.Rejected rejected) {
    return new SessionEvent.MessageRefused(
        unread.peer(), unread.channel(), rejected.cause(), rejected.ref());
  }

  /** Moves that wait behind one another become one: a slow desktop never lags behind a finger. */
  private static Optional<SessionEvent> joined(SessionEvent first, SessionEvent second) {
    if (first instanceof SessionEvent.MessageArrived one
        && second instanceof SessionEvent.MessageArrived two
        && one.peer().equals(two.peer())
        && one.channel() == two.channel()
        && one.message() instanceof PhoneMessage.ManualInput before
        && two.message() instanceof PhoneMessage.ManualInput after) {
      Optional<InputRequest> move = Moves.joined(before.request(), after.request());
      return move.map(
          request ->
              new SessionEvent.MessageArrived(
                  two.peer(), two.channel(), new PhoneMessage.ManualInput(request), two.id()));
    }
    return Optional.empty();
  }

  private void sleepUntil(Ticks deadline) {
    if (deadline.equals(wakeAt)) {
      return;
    }
    wake.cancel();
    wakeAt = deadline;
    if (!deadline.equals(Ticks.NEVER)) {
      wake =
          schedule.after(
              deadline.since(clock.now()),
              () -> {
                timeDue.set(true);
                signal();
              });
    }
  }
}
