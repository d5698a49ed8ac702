package dev.contop.domain.session;

import dev.contop.domain.audit.AnswerOutcome;
import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.confirmation.Confirmations;
import dev.contop.domain.confirmation.Ending;
import dev.contop.domain.confirmation.Outcome;
import dev.contop.domain.confirmation.PendingConfirmation;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.execution.Execution;
import java.util.Optional;

/** What answers to confirmations, their deadlines and their ends do (T32, T36, T53). */
final class ConfirmationMoves {

  private static final String USER = "user";
  private static final String DEADLINE = "deadline";
  private static final String DESK = "desk";

  private final StepMoves steps;

  ConfirmationMoves(StepMoves steps) {
    this.steps = steps;
  }

  /** An answer from the phone. Whatever it says, it gets one receipt, once its line is written. */
  void answered(Turn turn, PhoneMessage.ConfirmationResponse answer) {
    if (turn.deferrals.isFull()) {
      // An answer that cannot be written does not count; the question stays as it is (T55).
      turn.say(AuditMoves.overfull());
      return;
    }
    RequestId request = answer.request();
    Confirmations.Answered result =
        turn.confirmations.answer(request, answer.approved(), answer.digest(), turn.now);
    turn.confirmations = result.after();
    Outcome outcome = result.outcome();
    if (outcome instanceof Outcome.Approved yes) {
      enter(turn, request, AnswerOutcome.APPROVED, USER, Optional.empty());
      asking(turn, request).ifPresent(asking -> steps.approved(turn, asking, yes.approval()));
    } else if (outcome instanceof Outcome.Rejected) {
      enter(turn, request, AnswerOutcome.REJECTED, USER, Optional.empty());
      notApproved(turn, request, "You said no, so it was not run.");
    } else if (outcome instanceof Outcome.Expired) {
      enter(turn, request, AnswerOutcome.EXPIRED, DEADLINE, Optional.of(Outcome.Cause.LATE));
      notApproved(turn, request, tooLate(turn));
    } else if (outcome instanceof Outcome.Ignored ignored) {
      enter(
          turn,
          request,
          AnswerOutcome.NOT_COUNTED,
          ignored.cause().code(),
          Optional.of(ignored.cause()));
    } else {
      throw new AssertionError("No move for " + outcome.getClass());
    }
  }

  /** An answer that came over a way that does not count is only written down (T15, T53). */
  void unheard(Turn turn, PhoneMessage.ConfirmationResponse answer) {
    turn.enter(
        new AuditEntry.ConfirmationAnswered(
            answer.request().value(), AnswerOutcome.NOT_COUNTED, Outcome.Cause.FOREIGN.code()));
  }

  /**
   * Somebody at the computer says no; harmless when the question has ended. A yes is the phone's
   * alone.
   */
  void rejectedAtDesk(Turn turn, RequestId request) {
    if (turn.confirmations.find(request).isPresent()) {
      close(turn, request, Ending.REJECTED, DESK);
      notApproved(turn, request, "Somebody at the computer said no, so it was not run.");
    }
  }

  /** Ends what nobody answered in time. */
  void expire(Turn turn) {
    for (PendingConfirmation one : turn.confirmations.due(turn.now)) {
      close(turn, one.request(), Ending.EXPIRED, DEADLINE);
      notApproved(turn, one.request(), tooLate(turn));
    }
  }

  /**
   * What is open is asked again, under the same name and with the same deadline (T16, T36), unless
   * the question itself still waits to be sent.
   */
  void askAgain(Turn turn) {
    for (PendingConfirmation one : turn.confirmations.open()) {
      if (!waits(turn, one.request())) {
        asking(turn, one.request()).ifPresent(asking -> turn.say(Questions.asked(asking, one)));
      }
    }
  }

  private static boolean waits(Turn turn, RequestId request) {
    return turn.outbox.contents().stream()
        .anyMatch(
            envelope ->
                envelope.message() instanceof HostMessage.ConfirmationRequest asked
                    && asked.request().equals(request));
  }

  /** The execution ends before its step started: nothing that was asked for it can run (T32). */
  void withdraw(Turn turn, Ending ending, String cause) {
    for (PendingConfirmation one : turn.confirmations.open()) {
      close(turn, one.request(), ending, cause);
    }
    approval(turn).ifPresent(request -> turn.confirmations = turn.confirmations.withdrawn(request));
  }

  /** What an answer came to, now that it is written, or that writing it failed. */
  void receipt(Turn turn, Deferred.Receipt due) {
    turn.say(
        Questions.receipt(due.request(), due.cause(), turn.confirmations.ending(due.request())));
  }

  private void notApproved(Turn turn, RequestId request, String words) {
    asking(turn, request).ifPresent(asking -> steps.notApproved(turn, asking, words));
  }

  /** It ends without an answer, so the phone is told at once. */
  private static void close(Turn turn, RequestId request, Ending ending, String cause) {
    AnswerOutcome outcome =
        ending == Ending.EXPIRED ? AnswerOutcome.EXPIRED : AnswerOutcome.REJECTED;
    turn.enter(new AuditEntry.ConfirmationAnswered(request.value(), outcome, cause));
    turn.confirmations = turn.confirmations.closed(request, ending);
    turn.say(Questions.receipt(request, Optional.empty(), Optional.of(ending)));
  }

  private static void enter(
      Turn turn,
      RequestId request,
      AnswerOutcome outcome,
      String cause,
      Optional<Outcome.Cause> told) {
    turn.enter(
        new AuditEntry.ConfirmationAnswered(request.value(), outcome, cause),
        new Deferred.Receipt(request, told));
  }

  private static Optional<Execution.Asking> asking(Turn turn, RequestId request) {
    return turn.execution instanceof Execution.Asking asking && asking.request().equals(request)
        ? Optional.of(asking)
        : Optional.empty();
  }

  /** The request on whose approval a step waits that has not started. */
  private static Optional<RequestId> approval(Turn turn) {
    if (turn.execution instanceof Execution.Recording recording) {
      return recording.approval();
    }
    return turn.execution instanceof Execution.Recorded recorded
        ? recorded.approval()
        : Optional.empty();
  }

  private static String tooLate(Turn turn) {
    return "Nobody answered within "
        + turn.limits.confirmations().within().toSeconds()
        + " seconds, so it was not run.";
  }
}
