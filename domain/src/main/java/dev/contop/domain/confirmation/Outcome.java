package dev.contop.domain.confirmation;

import java.util.Optional;

/** What came of one answer to a confirmation (T53). */
public sealed interface Outcome {

  /** It counted and said yes. */
  record Approved(Approval approval) implements Outcome {}

  /** It counted and said no. */
  record Rejected() implements Outcome {}

  /** It came when the time was up, before anyone had noticed. */
  record Expired() implements Outcome {}

  /**
   * It changed nothing.
   *
   * @param truth how the confirmation ended, if it has
   */
  record Ignored(Cause cause, Optional<Ending> truth) implements Outcome {}

  /** Why an answer changed nothing. */
  enum Cause {
    /** It approves something else than what is asked. */
    STALE("stale"),
    /** No such question is known. */
    UNKNOWN("unknown"),
    /** It came over a connection that does not count any more. */
    FOREIGN("foreign"),
    /** The question was answered before. */
    REPEATED("repeated"),
    /** The question ended without an answer. */
    LATE("late");

    private final String code;

    Cause(String code) {
      this.code = code;
    }

    /** The name in the audit log. */
    public String code() {
      return code;
    }
  }
}
