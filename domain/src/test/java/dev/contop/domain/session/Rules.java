package dev.contop.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.confirmation.PendingConfirmation;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.control.ManualControl;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.execution.Execution;
import dev.contop.domain.limits.Limits;
import dev.contop.domain.limits.Ticks;
import java.util.List;
import java.util.Optional;

/** What holds of every step and of every state, whatever was before. */
final class Rules {

  private Rules() {}

  static void hold(
      Session before, SessionEvent event, Transition transition, Ticks now, Limits limits) {
    Session after = transition.session();
    List<HostMessage> said = Onlooker.said(before, transition);
    questions(after);
    nothingPressed(after);
    bounds(after, limits);
    loss(before, event, after, now);
    if (!(after.link() instanceof Link.Ended)) {
      results(before, after, said);
      answers(before, event, after, said);
    }
  }

  /** A question is open exactly while the execution waits for its answer. */
  private static void questions(Session after) {
    List<RequestId> open =
        after.confirmations().open().stream().map(PendingConfirmation::request).toList();
    assertThat(open)
        .isEqualTo(
            after.execution() instanceof Execution.Asking asking
                ? List.of(asking.request())
                : List.of());
  }

  /** Without an open connection, and outside manual mode, nothing is held (T34). */
  private static void nothingPressed(Session after) {
    if (after.link().open().isEmpty()) {
      assertThat(after.control().held().isEmpty()).as("nothing pressed").isTrue();
    }
    if (after.link() instanceof Link.Absent || after.link() instanceof Link.Ended) {
      assertThat(after.control()).isEqualTo(ManualControl.OFF);
    }
  }

  private static void bounds(Session after, Limits limits) {
    assertThat(after.outbox().queued()).isLessThanOrEqualTo(limits.queuedMessages());
    assertThat(after.outbox().unsettled()).isLessThanOrEqualTo(limits.unacknowledged());
    assertThat(after.outbox().inFlight()).isLessThanOrEqualTo(limits.sendWindow() + 4);
    assertThat(after.confirmations().ended().size())
        .isLessThanOrEqualTo(limits.confirmations().remembered());
    assertThat(after.deferrals().waiting().size()).isLessThanOrEqualTo(Limits.DEFERRED);
  }

  /** After a stop, a loss or the end nothing goes on but what is being ended (T31, T51). */
  private static void loss(Session before, SessionEvent event, Session after, Ticks now) {
    boolean over =
        after.link() instanceof Link.Absent
            || after.link() instanceof Link.Ended
            || (event instanceof SessionEvent.MessageArrived arrived
                && Onlooker.isHeard(before, arrived)
                && (arrived.message() instanceof PhoneMessage.ExecutionStop
                    || arrived.message() instanceof PhoneMessage.SessionEnd));
    if (over) {
      assertThat(
              after.execution() instanceof Execution.Idle
                  || after.execution() instanceof Execution.Stopping)
          .as("ended or being ended, not " + after.execution().getClass().getSimpleName())
          .isTrue();
    }
    if (event instanceof SessionEvent.TimePassed
        && before.link() instanceof Link.Connecting late
        && late.deadline().reachedAt(now)) {
      assertThat(after.link()).isInstanceOf(Link.Absent.class);
    }
  }

  /** An execution that is over had one result, and no other has any (T50). */
  private static void results(Session before, Session after, List<HostMessage> said) {
    long results = said.stream().filter(Rules::isResult).count();
    boolean finished =
        before.execution() instanceof Execution.Active active
            && !id(after.execution()).equals(Optional.of(active.id()));
    boolean begunAndOver =
        before.execution() instanceof Execution.Idle
            && after.execution() instanceof Execution.Idle
            && results == 1;
    assertThat(results).as("results").isEqualTo(finished || begunAndOver ? 1 : 0);
  }

  /** What the phone asked is answered, at once or when its line is written. */
  private static void answers(
      Session before, SessionEvent event, Session after, List<HostMessage> said) {
    if (!(event instanceof SessionEvent.MessageArrived arrived)
        || !Onlooker.isHeard(before, arrived)) {
      return;
    }
    if (arrived.message() instanceof PhoneMessage.UserIntent) {
      boolean busy = before.execution() instanceof Execution.Active;
      assertThat(said.stream().filter(Rules::isBusy).count()).isEqualTo(busy ? 1 : 0);
      assertThat(after.execution()).isInstanceOf(Execution.Active.class);
    } else if (arrived.message() instanceof PhoneMessage.ConfirmationResponse) {
      long receipts =
          said.stream().filter(HostMessage.ConfirmationReceipt.class::isInstance).count();
      long due = receiptsDue(after) - receiptsDue(before);
      assertThat(receipts + due).as("receipts, said or due").isGreaterThanOrEqualTo(1);
    }
  }

  private static long receiptsDue(Session session) {
    return session.deferrals().waiting().stream()
        .filter(one -> one.what() instanceof Deferred.Receipt)
        .count();
  }

  private static Optional<Object> id(Execution execution) {
    return execution instanceof Execution.Active active
        ? Optional.of(active.id())
        : Optional.empty();
  }

  private static boolean isBusy(HostMessage message) {
    return message instanceof HostMessage.AgentResult result
        && result.errorCode().filter("busy"::equals).isPresent();
  }

  private static boolean isResult(HostMessage message) {
    return (message instanceof HostMessage.AgentResult && !isBusy(message))
        || message instanceof HostMessage.ToolResult;
  }
}
