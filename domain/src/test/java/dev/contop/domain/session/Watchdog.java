package dev.contop.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.audit.AuditTicket;
import dev.contop.domain.confirmation.PendingConfirmation;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.control.InputAction;
import dev.contop.domain.control.MouseButton;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Envelope;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.MessageId;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.ReceiptOutcome;
import dev.contop.domain.execution.Caller;
import dev.contop.domain.execution.Execution;
import dev.contop.domain.execution.ExecutionId;
import dev.contop.domain.limits.Limits;
import dev.contop.domain.limits.Ticks;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at every step of a session from outside and fails when one breaks what must always hold.
 */
final class Watchdog {

  private final Limits limits;

  /** Buttons that went down on the desktop and have not come up again. */
  private final Set<MouseButton> down = EnumSet.noneOf(MouseButton.class);

  private final Set<PeerId> closed = new HashSet<>();
  private final Set<MessageId> results = new HashSet<>();
  private final Set<MessageId> busyAnswers = new HashSet<>();

  /** The command that was started and whose end has not been seen. */
  private Optional<ExecutionId> started = Optional.empty();

  /** The intent that was accepted last and may still start commands. */
  private Optional<ExecutionId> mayStart = Optional.empty();

  private final Set<AuditTicket> written = new HashSet<>();

  /** The newest line of a step that is about to start. */
  private Optional<Effect.RecordEntry> aboutToStart = Optional.empty();

  /** The question whose yes came in time, was meant for it, and was the first valid answer. */
  private Optional<RequestId> approved = Optional.empty();

  private final Set<RequestId> answeredYes = new HashSet<>();
  private int approvedStarts;
  private int accepted;
  private int refusedAsBusy;
  private int forgotten;

  Watchdog(Limits limits) {
    this.limits = limits;
  }

  int accepted() {
    return accepted;
  }

  int approvedStarts() {
    return approvedStarts;
  }

  void saw(Session before, SessionEvent event, Ticks now, Session after, List<Effect> effects) {
    noteEnds(before, event);
    noteStops(before, event);
    noteAudit(event);
    noteApproval(before, event, now);
    noteToolCall(before, event, after);
    for (Effect effect : effects) {
      check(effect, after);
      checkReceipt(effect);
    }
    checkQuestions(after);
    checkBounds(after);
    checkIntent(before, event, after);
    assertThat(after.control().held().buttons()).as("what is known to be held").isEqualTo(down);
    if (after.link().peer().isEmpty()) {
      assertThat(down).as("held without a peer").isEmpty();
    }
    assertThat(after.execution() instanceof Execution.Held && after.link() instanceof Link.Live)
        .as("a step held back from a phone that is there")
        .isFalse();
    if (before.execution().getClass() != after.execution().getClass()
        || event instanceof SessionEvent.MessageArrived) {
      after.outbox().contents().forEach(this::noteResult);
    }
  }

  /** Every accepted intent has had its one result; nothing runs, nothing is pressed. */
  void sawTheEnd(Session session) {
    assertThat(session.execution()).isEqualTo(new Execution.Idle());
    assertThat(started).isEmpty();
    assertThat(down).isEmpty();
    assertThat(results).hasSize(accepted);
    assertThat(busyAnswers).hasSize(refusedAsBusy);
    assertThat(forgotten).isZero();
  }

  void sawForgotten() {
    assertThat(forgotten).as("times forgotten").isEqualTo(1);
  }

  private void noteEnds(Session before, SessionEvent event) {
    Optional<ExecutionId> over =
        event instanceof SessionEvent.CommandEnded ended
            ? Optional.of(ended.execution())
            : event instanceof SessionEvent.CommandFailed failed
                ? Optional.of(failed.execution())
                : Optional.empty();
    boolean runs =
        before.execution() instanceof Execution.Running
            || before.execution() instanceof Execution.Stopping;
    if (runs && over.isPresent() && over.equals(started)) {
      started = Optional.empty();
    }
  }

  private void noteStops(Session before, SessionEvent event) {
    boolean current =
        event instanceof SessionEvent.MessageArrived arrived
            && before.link().open().map(Link.Live::id).filter(arrived.peer()::equals).isPresent();
    if (current
        && event instanceof SessionEvent.MessageArrived arrived
        && arrived.message() instanceof PhoneMessage.ExecutionStop
        && arrived.channel() == ChannelLabel.RELIABLE) {
      mayStart = Optional.empty();
    }
    if (event instanceof SessionEvent.EndRequested) {
      mayStart = Optional.empty();
    }
  }

  private void check(Effect effect, Session after) {
    if (effect instanceof Effect.StartCommand start) {
      assertThat(started).as("a command already runs").isEmpty();
      assertThat(mayStart).as("the intent that may act").contains(start.execution());
      assertThat(after.link()).as("the link when a command starts").isInstanceOf(Link.Live.class);
      started = Optional.of(start.execution());
      checkPermit(start);
    } else if (effect instanceof Effect.RecordEntry entry) {
      if (entry.entry() instanceof AuditEntry.StepStarted) {
        aboutToStart = Optional.of(entry);
      }
    } else if (effect instanceof Effect.KillCommand kill) {
      assertThat(started).as("what is killed").contains(kill.execution());
      mayStart = Optional.empty();
    } else if (effect instanceof Effect.AskAgent ask) {
      mayStart = Optional.of(ask.execution());
      accepted++;
    } else if (effect instanceof Effect.DismissAgent) {
      mayStart = Optional.empty();
    } else if (effect instanceof Effect.Inject inject) {
      follow(inject.action());
    } else if (effect instanceof Effect.ReleaseInputs release) {
      down.removeAll(release.held().buttons());
    } else if (effect instanceof Effect.SendEnvelope send) {
      assertThat(closed).as("peers that get nothing more").doesNotContain(send.peer());
      noteResult(send.envelope());
    } else if (effect instanceof Effect.ClosePeer close) {
      assertThat(closed.add(close.peer())).as("closed once").isTrue();
    } else if (effect instanceof Effect.ForgetSession) {
      assertThat(started).isEmpty();
      forgotten++;
    }
  }

  /** Its line is on the disk, and it was approved if it had to be (T52, T55). */
  private void checkPermit(Effect.StartCommand start) {
    Effect.RecordEntry line = aboutToStart.orElseThrow();
    aboutToStart = Optional.empty();
    assertThat(written).as("lines written").contains(line.ticket());
    AuditEntry.StepStarted entry = (AuditEntry.StepStarted) line.entry();
    assertThat(start.command().command()).isEqualTo(entry.command());
    assertThat(start.execution()).isEqualTo(entry.execution());
    if (entry.command().line().startsWith("touch")) {
      assertThat(approved).as("an approval").isPresent();
      approved = Optional.empty();
      approvedStarts++;
    }
  }

  private void noteAudit(SessionEvent event) {
    if (event instanceof SessionEvent.AuditWritten line) {
      written.add(line.ticket());
    }
  }

  private void noteApproval(Session before, SessionEvent event, Ticks now) {
    if (event instanceof SessionEvent.MessageArrived arrived
        && arrived.channel() == ChannelLabel.RELIABLE
        && before.link().open().map(Link.Live::id).filter(arrived.peer()::equals).isPresent()
        && arrived.message() instanceof PhoneMessage.ConfirmationResponse answer
        && answer.approved()) {
      before
          .confirmations()
          .find(answer.request())
          .filter(one -> now.isBefore(one.deadline()))
          .filter(one -> answer.digest().map(one.digest()::equals).orElse(true))
          .ifPresent(
              one -> {
                approved = Optional.of(one.request());
                answeredYes.add(one.request());
              });
    }
  }

  /** A tool call has no agent; it may start commands all the same. */
  private void noteToolCall(Session before, SessionEvent event, Session after) {
    if (event instanceof SessionEvent.MessageArrived
        && before.execution() instanceof Execution.Idle
        && after.execution() instanceof Execution.Active active
        && active.caller() instanceof Caller.Phone) {
      mayStart = Optional.of(active.id());
    }
  }

  private void checkReceipt(Effect effect) {
    if (effect instanceof Effect.SendEnvelope send
        && send.envelope().message() instanceof HostMessage.ConfirmationReceipt receipt
        && receipt.outcome() == ReceiptOutcome.APPROVED) {
      assertThat(answeredYes).as("questions answered with yes").contains(receipt.request());
    }
  }

  /** A question is open exactly while the execution waits for it, and a deadline is set. */
  private void checkQuestions(Session after) {
    List<RequestId> open =
        after.confirmations().open().stream().map(PendingConfirmation::request).toList();
    assertThat(open)
        .isEqualTo(
            after.execution() instanceof Execution.Asking asking
                ? List.of(asking.request())
                : List.of());
    assertThat(after.confirmations().ended().size())
        .isLessThanOrEqualTo(limits.confirmations().remembered());
    assertThat(after.deferrals().waiting().size()).isLessThanOrEqualTo(Limits.DEFERRED);
  }

  private void follow(InputAction action) {
    if (action instanceof InputAction.Press press) {
      down.add(press.button());
    } else if (action instanceof InputAction.Release release) {
      down.remove(release.button());
    }
  }

  private void checkBounds(Session after) {
    assertThat(after.outbox().queued()).isLessThanOrEqualTo(limits.queuedMessages());
    assertThat(after.outbox().unsettled()).isLessThanOrEqualTo(limits.unacknowledged());
    assertThat(after.outbox().inFlight()).isLessThanOrEqualTo(limits.sendWindow() + 3);
    if (after.execution() instanceof Execution.Running running) {
      assertThat(running.output().left()).isBetween(0, limits.stepOutput());
    }
  }

  private void checkIntent(Session before, SessionEvent event, Session after) {
    if (event instanceof SessionEvent.MessageArrived arrived
        && arrived.message() instanceof PhoneMessage.UserIntent
        && arrived.channel() == ChannelLabel.RELIABLE
        && before.link().open().map(Link.Live::id).filter(arrived.peer()::equals).isPresent()) {
      if (before.execution() instanceof Execution.Idle) {
        assertThat(after.execution()).isInstanceOf(Execution.Thinking.class);
      } else {
        refusedAsBusy++;
      }
    }
  }

  private void noteResult(Envelope envelope) {
    if (envelope.message() instanceof HostMessage.AgentResult result) {
      boolean busy = result.errorCode().filter("busy"::equals).isPresent();
      (busy ? busyAnswers : results).add(envelope.id());
    }
  }
}
