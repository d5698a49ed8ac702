package dev.contop.domain.envelope;

/**
 * What a {@code confirmation_receipt} says (T53); nothing but {@link #APPROVED} lets a step run.
 */
public enum ReceiptOutcome {
  APPROVED,
  REJECTED,
  EXPIRED,
  /** The answer was for something else; the question is still open. */
  STALE,
  /** There is no such question, perhaps since the host was restarted. */
  UNKNOWN
}
