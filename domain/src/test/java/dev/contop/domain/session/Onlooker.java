package dev.contop.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.audit.AuditTicket;
import dev.contop.domain.confirmation.Digest;
import dev.contop.domain.confirmation.JavaHash;
import dev.contop.domain.confirmation.PendingConfirmation;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.control.InputAction;
import dev.contop.domain.control.MouseButton;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Envelope;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.IdSequence;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.ReceiptOutcome;
import dev.contop.domain.execution.AsksBeforeTouch;
import dev.contop.domain.execution.Execution;
import dev.contop.domain.execution.ExecutionId;
import dev.contop.domain.execution.Verdict;
import dev.contop.domain.limits.Limits;
import dev.contop.domain.limits.Ticks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Watches one session from outside and knows only what it saw: the lines that are on the disk, the
 * yeses that the user gave, the processes that run, the buttons that are down. Immutable.
 *
 * @param closed peers that were closed
 * @param unwritten entries on their way to the disk, oldest first
 * @param written lines of steps that may start, and have not
 * @param yes what the user approved, and has not run
 * @param granted questions to which the user really said yes in time
 * @param running executions whose processes run
 * @param down buttons that are pressed on the desktop
 * @param owing the execution whose agent is to propose or answer
 * @param numbers where a phone that resumes stands
 */
record Onlooker(
    Set<PeerId> closed,
    List<Effect.RecordEntry> unwritten,
    List<AuditEntry.StepStarted> written,
    List<Digest> yes,
    Set<RequestId> granted,
    Set<ExecutionId> running,
    Set<MouseButton> down,
    Optional<ExecutionId> owing,
    Numbers numbers,
    boolean forgotten) {

  private static final AsksBeforeTouch POLICY = new AsksBeforeTouch();
  private static final JavaHash HASH = new JavaHash();

  static final Onlooker AT_FIRST =
      new Onlooker(
          Set.of(),
          List.of(),
          List.of(),
          List.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Optional.empty(),
          new Numbers(0, 1),
          false);

  /**
   * A phone that resumes, on its present connection (T42).
   *
   * @param offered what it said that it had seen
   * @param next the number that has to come next
   */
  record Numbers(long offered, long next) {}

  /** Where a phone may stand that comes back: all that was on its way may have got lost. */
  List<Long> places() {
    return numbers.offered() == numbers.next() - 1
        ? List.of(numbers.offered())
        : List.of(numbers.offered(), numbers.next() - 1);
  }

  /** What is known after one more step; throws when the step broke a rule. */
  Onlooker saw(
      Session before, SessionEvent event, Transition transition, Ticks now, Limits limits) {
    Notes notes = new Notes(this);
    notes.take(before, event, now);
    for (Effect effect : transition.effects()) {
      notes.take(effect, transition.session());
    }
    Rules.hold(before, event, transition, now, limits);
    assertThat(transition.session().control().held().buttons()).isEqualTo(notes.down);
    return notes.kept(transition.session());
  }

  /** The next entry to come back from the disk. */
  Optional<AuditTicket> nextToWrite() {
    return unwritten.isEmpty() ? Optional.empty() : Optional.of(unwritten.get(0).ticket());
  }

  /** Whether {@code arrived} came over the way that counts. */
  static boolean isHeard(Session before, SessionEvent.MessageArrived arrived) {
    return arrived.channel() == ChannelLabel.RELIABLE
        && before.link().open().map(Link.Live::id).filter(arrived.peer()::equals).isPresent();
  }

  /** What the step said to the phone, whether it left at once or waits. */
  static List<HostMessage> said(Session before, Transition transition) {
    Set<UUID> drawn = new HashSet<>();
    IdSequence end = transition.session().ids();
    for (IdSequence at = before.ids(); !at.equals(end); at = at.tail()) {
      drawn.add(at.head());
    }
    List<Envelope> all = new ArrayList<>(transition.session().outbox().contents());
    transition.effects().stream()
        .filter(Effect.SendEnvelope.class::isInstance)
        .map(effect -> ((Effect.SendEnvelope) effect).envelope())
        .forEach(all::add);
    return all.stream()
        .filter(envelope -> drawn.contains(envelope.id().value()))
        .map(Envelope::message)
        .toList();
  }

  /** The working copy of one step. */
  private static final class Notes {
    final Set<PeerId> closed;
    final List<Effect.RecordEntry> unwritten;
    final List<AuditEntry.StepStarted> written;
    final List<Digest> yes;
    final Set<RequestId> granted;
    final Set<ExecutionId> running;
    final Set<MouseButton> down;
    Optional<ExecutionId> owing;
    Numbers numbers;
    boolean forgotten;

    Notes(Onlooker known) {
      closed = new HashSet<>(known.closed);
      unwritten = new ArrayList<>(known.unwritten);
      written = new ArrayList<>(known.written);
      yes = new ArrayList<>(known.yes);
      granted = new HashSet<>(known.granted);
      running = new HashSet<>(known.running);
      down = new HashSet<>(known.down);
      owing = known.owing;
      numbers = known.numbers;
      forgotten = known.forgotten;
    }

    void take(Session before, SessionEvent event, Ticks now) {
      if (event instanceof SessionEvent.PeerAnswered answered) {
        closed.remove(answered.peer());
        answered
            .resume()
            .ifPresent(from -> numbers = new Numbers(from.lastSeq(), from.lastSeq() + 1));
      } else if (event instanceof SessionEvent.AuditWritten line) {
        Effect.RecordEntry entry = unwritten.remove(0);
        assertThat(entry.ticket()).isEqualTo(line.ticket());
        if (entry.entry() instanceof AuditEntry.StepStarted started) {
          written.add(started);
        }
      } else if (event instanceof SessionEvent.AuditFailed) {
        unwritten.remove(0);
      } else if (event instanceof SessionEvent.CommandEnded ended) {
        running.remove(ended.execution());
      } else if (event instanceof SessionEvent.CommandFailed failed) {
        running.remove(failed.execution());
      } else if (event instanceof SessionEvent.StepProposed
          || event instanceof SessionEvent.AgentAnswered) {
        owing = Optional.empty();
      } else if (event instanceof SessionEvent.MessageArrived arrived
          && isHeard(before, arrived)
          && arrived.message() instanceof PhoneMessage.ConfirmationResponse answer
          && answer.approved()) {
        grant(before, answer, now);
      }
    }

    /** A yes to an open question, in time, to what was asked. */
    private void grant(Session before, PhoneMessage.ConfirmationResponse answer, Ticks now) {
      Optional<PendingConfirmation> asked = before.confirmations().find(answer.request());
      asked
          .filter(one -> now.isBefore(one.deadline()))
          .filter(one -> answer.digest().map(one.digest()::equals).orElse(true))
          .ifPresent(
              one -> {
                yes.add(one.digest());
                granted.add(one.request());
              });
    }

    void take(Effect effect, Session after) {
      if (effect instanceof Effect.StartCommand start) {
        checkStart(start, after);
      } else if (effect instanceof Effect.KillCommand kill) {
        assertThat(running).as("killed").contains(kill.execution());
      } else if (effect instanceof Effect.SendEnvelope send) {
        assertThat(closed).as("gone").doesNotContain(send.peer());
        checkReceipt(send.envelope().message());
        checkNumber(send.envelope());
      } else if (effect instanceof Effect.ClosePeer close) {
        assertThat(closed.add(close.peer())).as("closed once").isTrue();
      } else if (effect instanceof Effect.Inject inject) {
        follow(inject.action());
      } else if (effect instanceof Effect.ReleaseInputs release) {
        down.removeAll(release.held().buttons());
      } else if (effect instanceof Effect.RecordEntry entry) {
        unwritten.add(entry);
      } else if (effect instanceof Effect.AskAgent ask) {
        owing = Optional.of(ask.execution());
      } else if (effect instanceof Effect.TellAgent tell) {
        owing = Optional.of(tell.execution());
      } else if (effect instanceof Effect.DismissAgent) {
        owing = Optional.empty();
      } else if (effect instanceof Effect.ForgetSession) {
        assertThat(running).as("processes of a forgotten session").isEmpty();
        assertThat(forgotten).as("forgotten before").isFalse();
        forgotten = true;
      }
    }

    /** Its line is on the disk, and the policy or exactly one yes of the user permits it. */
    private void checkStart(Effect.StartCommand start, Session after) {
      assertThat(after.execution()).isInstanceOf(Execution.Running.class);
      assertThat(((Execution.Running) after.execution()).id()).isEqualTo(start.execution());
      assertThat(after.link()).as("the phone is there").isInstanceOf(Link.Live.class);
      AuditEntry.StepStarted line =
          written.stream()
              .filter(one -> one.execution().equals(start.execution()))
              .filter(one -> one.command().equals(start.command().command()))
              .findFirst()
              .orElseThrow(() -> new AssertionError("Its line is not written"));
      written.remove(line);
      Verdict verdict = POLICY.judge(start.command().command());
      if (verdict instanceof Verdict.NeedsConfirmation) {
        Digest digest = Digest.of(start.command().command().deed(line.tool()), HASH);
        assertThat(yes.remove(digest)).as("the user said yes to it").isTrue();
      } else {
        assertThat(verdict).isInstanceOf(Verdict.Allowed.class);
      }
      assertThat(running.add(start.execution())).as("nothing of it runs").isTrue();
    }

    /** Each once, in order, from where the phone stands or where the gap ends (T42). */
    private void checkNumber(Envelope envelope) {
      if (envelope.message() instanceof HostMessage.ResumeGap gap) {
        assertThat(gap.from()).as("begin of the gap").isEqualTo(numbers.offered() + 1);
        numbers = new Numbers(numbers.offered(), gap.to() + 1);
      } else if (envelope.seq().isPresent()) {
        assertThat(envelope.seq().getAsLong()).as("number").isEqualTo(numbers.next());
        numbers = new Numbers(numbers.offered(), numbers.next() + 1);
      }
    }

    /** "Approved" is said only of what was approved, and is on the disk. */
    private void checkReceipt(HostMessage message) {
      if (message instanceof HostMessage.ConfirmationReceipt receipt
          && receipt.outcome() == ReceiptOutcome.APPROVED) {
        assertThat(granted).contains(receipt.request());
        assertThat(unwritten)
            .noneMatch(
                line ->
                    line.entry() instanceof AuditEntry.ConfirmationAnswered answered
                        && answered.request().equals(receipt.request().value())
                        && answered.cause().equals("user"));
      }
    }

    private void follow(InputAction action) {
      if (action instanceof InputAction.Press press) {
        down.add(press.button());
      } else if (action instanceof InputAction.Release release) {
        down.remove(release.button());
      }
    }

    /** Without what cannot matter any more, or there would be no end of states. */
    Onlooker kept(Session after) {
      boolean starting =
          after.execution() instanceof Execution.Recording
              || after.execution() instanceof Execution.Recorded;
      Set<RequestId> known = new HashSet<>();
      after.confirmations().open().forEach(one -> known.add(one.request()));
      after.confirmations().ended().forEach(one -> known.add(one.request()));
      granted.retainAll(known);
      closed.retainAll(Set.of(EveryMove.FIRST, EveryMove.SECOND));
      return new Onlooker(
          Set.copyOf(closed),
          List.copyOf(unwritten),
          starting ? List.copyOf(written) : List.of(),
          starting ? List.copyOf(yes) : List.of(),
          Set.copyOf(granted),
          Set.copyOf(running),
          Set.copyOf(down),
          owing,
          numbers,
          forgotten);
    }
  }
}
