package dev.contop.domain.execution;

/**
 * {@link ShellCommandPolicy}, but for commands that begin with {@code touch}: those need the user's
 * approval.
 */
public final class AsksBeforeTouch implements CommandPolicy {

  /** The reason that is given. */
  public static final String REASON = "“touch” makes a file.";

  private final CommandPolicy others = ShellCommandPolicy.standard();

  @Override
  public Verdict judge(Command command) {
    return command.line().startsWith("touch")
        ? new Verdict.NeedsConfirmation(command, REASON)
        : others.judge(command);
  }
}
