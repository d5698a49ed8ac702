package dev.contop.domain.execution;

/** How a proposed step ended, as the agent is told. */
public sealed interface StepOutcome {

  /** It ran to its end; {@code exitCode} 0 means success. */
  record Ran(int exitCode, String stdout, String stderr) implements StepOutcome {}

  /** It was not allowed to run. */
  record Refused(String reason) implements StepOutcome {}

  /** It was allowed and could not be started, or not be followed to its end. */
  record Failed(String reason) implements StepOutcome {}
}
