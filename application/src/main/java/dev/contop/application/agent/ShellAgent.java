package dev.contop.application.agent;

import dev.contop.domain.execution.Command;
import dev.contop.domain.execution.ExecutionId;
import dev.contop.domain.execution.Intent;
import dev.contop.domain.execution.Step;
import dev.contop.domain.execution.StepOutcome;
import java.util.Optional;

/** The built-in agent: it proposes the intent's text itself as one command for the shell. */
public final class ShellAgent implements ConsultAgent {

  private static final int LONGEST_ANSWER = 4000;

  @Override
  public void ask(ExecutionId execution, Intent intent, AgentReply reply) {
    reply.propose(new Step("shell", "", new Command(intent.text().strip())));
  }

  @Override
  public void tell(ExecutionId execution, StepOutcome outcome, AgentReply reply) {
    if (outcome instanceof StepOutcome.Ran ran && ran.exitCode() == 0) {
      String output = ran.stdout().strip();
      reply.answer(output.isEmpty() ? "Done." : shortened(output), Optional.empty());
    } else if (outcome instanceof StepOutcome.Ran ran) {
      String said = ran.stderr().strip();
      reply.answer(
          "The command ended with exit code "
              + ran.exitCode()
              + (said.isEmpty() ? "." : ": " + shortened(said)),
          Optional.of("command_failed"));
    } else if (outcome instanceof StepOutcome.Refused refused) {
      reply.answer(refused.reason(), Optional.of("refused"));
    } else if (outcome instanceof StepOutcome.Failed failed) {
      reply.answer(failed.reason(), Optional.of("command_failed"));
    } else {
      throw new AssertionError("No answer to " + outcome.getClass());
    }
  }

  @Override
  public void dismiss(ExecutionId execution) {
    // It keeps nothing between a proposal and its outcome.
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST_ANSWER) {
      return text;
    }
    int end =
        Character.isHighSurrogate(text.charAt(LONGEST_ANSWER - 1))
            ? LONGEST_ANSWER - 1
            : LONGEST_ANSWER;
    return text.substring(0, end) + "…";
  }
}
