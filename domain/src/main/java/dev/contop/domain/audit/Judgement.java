package dev.contop.domain.audit;

/** How the command policy judged a step. */
public enum Judgement {
  /** It may run as it is. */
  ALLOWED,
  /** It runs only if the user approves. */
  ASKS,
  /** It does not run, whatever the user says. */
  REFUSED
}
