package dev.contop.domain.execution;

import java.util.UUID;

/** Whom an execution is for: who proposes its steps and is told how they went. */
public sealed interface Caller {

  /** An agent that works on an intent (T50). */
  record Agent() implements Caller {}

  /**
   * The phone itself, which called one tool (T54).
   *
   * @param call the message that called it
   * @param tool by the name that the phone used
   */
  record Phone(UUID call, String tool) implements Caller {}
}
