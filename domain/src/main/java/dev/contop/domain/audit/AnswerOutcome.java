package dev.contop.domain.audit;

/** What came of an answer to a confirmation, or of the lack of one (T53). */
public enum AnswerOutcome {
  /** The step runs. */
  APPROVED,
  /** The step does not run. */
  REJECTED,
  /** No answer counted in time; the step does not run. */
  EXPIRED,
  /**
   * An answer came that changed nothing: late, repeated, unknown, foreign or for something else.
   */
  NOT_COUNTED
}
