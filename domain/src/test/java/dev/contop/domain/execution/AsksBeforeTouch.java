package dev.contop.domain.execution;

import dev.contop.domain.policy.CommandJudge;
import dev.contop.domain.policy.LookAtFile;
import dev.contop.domain.policy.Profile;
import dev.contop.domain.policy.UserRules;

/**
 * Programs that only look run and others are refused, but for commands that begin with {@code
 * touch}: those need the user's approval.
 */
public final class AsksBeforeTouch implements CommandPolicy {

  /** The reason that is given. */
  public static final String REASON = "“touch” makes a file.";

  private final CommandPolicy others =
      new ShellCommandPolicy(
          new CommandJudge(Profile.READ_ONLY, UserRules.NONE, path -> LookAtFile.Seen.UNKNOWN));

  @Override
  public Verdict judge(Command command) {
    return command.line().startsWith("touch")
        ? new Verdict.NeedsConfirmation(command, REASON)
        : others.judge(command);
  }
}
