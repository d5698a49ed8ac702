package dev.contop.application.command;

import dev.contop.domain.execution.AuthorizedCommand;
import dev.contop.domain.execution.ExecutionId;

/** Runs a command on the desktop: the only way in which a phone's words become a process. */
public interface RunCommand {

  /**
   * Starts {@code command} in its folder, with its variables and no input. Any thread; does not
   * wait for it to start or end.
   *
   * @param outputLimit how many characters of output, both streams together, are passed on; what
   *     comes after is read, thrown away, and told of once through {@code CommandEnded}'s flag
   */
  RunningCommand run(
      ExecutionId execution, AuthorizedCommand command, int outputLimit, ObserveCommand observer);
}
