package dev.contop.domain.execution;

import dev.contop.domain.policy.CommandJudge;
import dev.contop.domain.policy.Judgement;
import dev.contop.domain.policy.LookAtFile;
import dev.contop.domain.policy.Profile;
import dev.contop.domain.policy.UserRules;

/** Allows, asks or forbids as the judgement of a command's text says (T52). */
public final class ShellCommandPolicy implements CommandPolicy {

  private final CommandJudge judge;

  public ShellCommandPolicy(CommandJudge judge) {
    this.judge = judge;
  }

  /** The usual profile, without rules of a user and without knowledge of files. */
  public static ShellCommandPolicy standard() {
    return new ShellCommandPolicy(
        new CommandJudge(Profile.ASK, UserRules.NONE, path -> LookAtFile.Seen.UNKNOWN));
  }

  @Override
  public Verdict judge(Command command) {
    Judgement judgement = judge.judge(command.line());
    if (judgement instanceof Judgement.Refused refused) {
      return new Verdict.Forbidden(refused.reason());
    }
    if (judgement instanceof Judgement.Asks asks) {
      return new Verdict.NeedsConfirmation(command, asks.reason());
    }
    if (!command.folder().equals(Command.HOME) || !command.environment().isEmpty()) {
      // The text was judged for where and how commands usually run.
      return new Verdict.NeedsConfirmation(
          command, "It runs in another folder, or with variables of its own.");
    }
    return new Verdict.Allowed(command);
  }
}
