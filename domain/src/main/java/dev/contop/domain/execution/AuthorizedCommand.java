package dev.contop.domain.execution;

/**
 * A command that may run: the only thing that the port which starts processes accepts.
 *
 * <p>Comes from {@link Verdict.Allowed}, or from a {@link Verdict.NeedsConfirmation} and the
 * approval of exactly it, and from nowhere else.
 */
public final class AuthorizedCommand {

  private final Command command;

  AuthorizedCommand(Command command) {
    this.command = command;
  }

  public Command command() {
    return command;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AuthorizedCommand that && command.equals(that.command);
  }

  @Override
  public int hashCode() {
    return command.hashCode();
  }

  @Override
  public String toString() {
    return "AuthorizedCommand[hidden]";
  }
}
