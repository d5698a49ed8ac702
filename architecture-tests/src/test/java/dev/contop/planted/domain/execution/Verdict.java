package dev.contop.planted.domain.execution;

/** A verdict whose permit is made here and nowhere else. */
public interface Verdict {

  /** Allows. */
  final class Allowed implements Verdict {
    Allowed() {}

    public AuthorizedCommand authorize() {
      return new AuthorizedCommand();
    }
  }

  static Verdict allowed() {
    return new Allowed();
  }
}
