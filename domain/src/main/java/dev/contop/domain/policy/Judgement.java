package dev.contop.domain.policy;

/** What is known of a command: each case is graver than the one before. */
public sealed interface Judgement {

  static Judgement harmless() {
    return Harmless.ONE;
  }

  /** It only looks. */
  record Harmless() implements Judgement {
    private static final Harmless ONE = new Harmless();
  }

  /** It adds something new and touches nothing that is there; {@code reason} is one sentence. */
  record Creates(String reason) implements Judgement {}

  /** It may destroy, or nobody can tell; {@code reason} is one sentence. */
  record Asks(String reason) implements Judgement {}

  /** Nobody wants this; {@code reason} is one sentence. */
  record Refused(String reason) implements Judgement {}

  /** The graver of both, and this one if they are alike. */
  default Judgement or(Judgement other) {
    return other.gravity() > gravity() ? other : this;
  }

  private int gravity() {
    if (this instanceof Harmless) {
      return 0;
    }
    if (this instanceof Creates) {
      return 1;
    }
    return this instanceof Asks ? 2 : 3;
  }
}
