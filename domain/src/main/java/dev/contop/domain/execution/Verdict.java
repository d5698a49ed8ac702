package dev.contop.domain.execution;

/** What the command policy says of a command. Only an allowing verdict can make it runnable. */
public sealed interface Verdict {

  /** It may run as it is. Made only by policies of this package. */
  final class Allowed implements Verdict {
    private final Command command;

    Allowed(Command command) {
      this.command = command;
    }

    public AuthorizedCommand authorize() {
      return new AuthorizedCommand(command);
    }
  }

  /** It may run once the user has approved exactly this. Made only by policies of this package. */
  final class NeedsConfirmation implements Verdict {
    private final Command command;
    private final String reason;

    NeedsConfirmation(Command command, String reason) {
      this.command = command;
      this.reason = reason;
    }

    public Command command() {
      return command;
    }

    /** One sentence for people that names the part of the command that asks. */
    public String reason() {
      return reason;
    }
  }

  /** It does not run, whatever the user says; {@code reason} is one sentence for people. */
  record Forbidden(String reason) implements Verdict {}
}
