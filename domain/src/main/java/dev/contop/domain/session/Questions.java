package dev.contop.domain.session;

import dev.contop.domain.confirmation.Ending;
import dev.contop.domain.confirmation.Outcome;
import dev.contop.domain.confirmation.PendingConfirmation;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.ReceiptOutcome;
import dev.contop.domain.execution.Execution;
import java.util.Optional;

/** What is said of confirmations: the question itself, and the receipts (T52, T53). */
final class Questions {

  private static final String UNKNOWN =
      "This question is not known here, perhaps because Contop Host was restarted. Nothing was run"
          + " because of your answer.";
  private static final String STALE =
      "This was for something else than what is asked now, so it did not count. Look again.";

  private Questions() {}

  static HostMessage asked(Execution.Asking asking, PendingConfirmation pending) {
    String reason = asking.verdict().reason();
    return new HostMessage.ConfirmationRequest(
        pending.request(),
        asking.step().tool(),
        asking.step().command().line(),
        reason,
        "May this run on your computer? " + reason,
        pending.deadline(),
        pending.digest());
  }

  /**
   * The receipt of an answer, or of none.
   *
   * @param truth how the confirmation ended, if it is known
   */
  static HostMessage receipt(
      RequestId request, Optional<Outcome.Cause> cause, Optional<Ending> truth) {
    if (cause.equals(Optional.of(Outcome.Cause.STALE))) {
      return new HostMessage.ConfirmationReceipt(request, ReceiptOutcome.STALE, STALE);
    }
    if (truth.isEmpty()) {
      return new HostMessage.ConfirmationReceipt(request, ReceiptOutcome.UNKNOWN, UNKNOWN);
    }
    boolean again = cause.equals(Optional.of(Outcome.Cause.REPEATED));
    String before = again ? "You decided this before. " : "";
    return switch (truth.get()) {
      case APPROVED ->
          new HostMessage.ConfirmationReceipt(
              request, ReceiptOutcome.APPROVED, before + "Approved.");
      case REJECTED ->
          new HostMessage.ConfirmationReceipt(
              request, ReceiptOutcome.REJECTED, before + "Rejected; it does not run.");
      case EXPIRED ->
          new HostMessage.ConfirmationReceipt(
              request, ReceiptOutcome.EXPIRED, before + "The time was up; it does not run.");
    };
  }
}
