package dev.contop.domain.execution;

/** How a proposed step ended, as the agent is told. */
public sealed interface StepOutcome {

  /** It ran to its end; {@code exitCode} 0 means success. */
  record Ran(int exitCode, String stdout, String stderr) implements StepOutcome {}

  /** It did not run to its end, or not at all. */
  sealed interface NotRun extends StepOutcome {
    /** One sentence for people. */
    String reason();

    /** The {@code error_code} on the wire. */
    String code();
  }

  /** It was not allowed to run. */
  record Refused(String reason) implements NotRun {
    @Override
    public String code() {
      return "refused";
    }
  }

  /** It was allowed and could not be started, or not be followed to its end. */
  record Failed(String reason) implements NotRun {
    @Override
    public String code() {
      return "command_failed";
    }
  }
}
