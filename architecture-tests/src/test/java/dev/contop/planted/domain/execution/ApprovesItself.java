package dev.contop.planted.domain.execution;

import dev.contop.planted.domain.confirmation.Approval;

/** Next door to permits, and says yes by itself. */
public final class ApprovesItself {

  private ApprovesItself() {}

  static Approval approve() {
    return new Approval();
  }
}
