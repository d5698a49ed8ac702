package dev.contop.domain.execution;

import dev.contop.domain.confirmation.Approval;
import dev.contop.domain.confirmation.Digest;
import dev.contop.domain.confirmation.HashBytes;
import java.util.Objects;
import java.util.Optional;

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

    /**
     * The permit to run it with {@code tool}, if the approval is for exactly that: what runs is
     * what was approved (T52).
     */
    public Optional<AuthorizedCommand> authorize(String tool, Approval approval, HashBytes hash) {
      return approval.covers(Digest.of(command.deed(tool), hash))
          ? Optional.of(new AuthorizedCommand(command))
          : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof NeedsConfirmation that
          && command.equals(that.command)
          && reason.equals(that.reason);
    }

    @Override
    public int hashCode() {
      return Objects.hash(command, reason);
    }

    @Override
    public String toString() {
      return "NeedsConfirmation[hidden]";
    }
  }

  /** It does not run, whatever the user says; {@code reason} is one sentence for people. */
  record Forbidden(String reason) implements Verdict {}
}
