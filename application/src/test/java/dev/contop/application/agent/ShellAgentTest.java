package dev.contop.application.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.execution.Command;
import dev.contop.domain.execution.ExecutionId;
import dev.contop.domain.execution.Intent;
import dev.contop.domain.execution.Step;
import dev.contop.domain.execution.StepOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShellAgentTest {

  private static final ExecutionId EXECUTION = new ExecutionId(new UUID(1, 1));

  private final ShellAgent agent = new ShellAgent();
  private final Heard heard = new Heard();

  private static final class Heard implements AgentReply {
    final List<Step> steps = new ArrayList<>();
    final List<String> answers = new ArrayList<>();
    final List<Optional<String>> errorCodes = new ArrayList<>();

    @Override
    public void propose(Step step) {
      steps.add(step);
    }

    @Override
    public void answer(String text, Optional<String> errorCode) {
      answers.add(text);
      errorCodes.add(errorCode);
    }
  }

  @Test
  void shouldProposeTheIntentItselfAsOneCommand() {
    // When
    agent.ask(EXECUTION, new Intent("  ls -l\n"), heard);

    // Then
    assertThat(heard.steps).containsExactly(new Step("shell", "", new Command("ls -l")));
    assertThat(heard.answers).isEmpty();
  }

  @Test
  void shouldAnswerWithTheOutput() {
    // When
    told(new StepOutcome.Ran(0, "hello\n", "a warning"));

    // Then
    assertThat(heard.answers).containsExactly("hello");
    assertThat(heard.errorCodes).containsExactly(Optional.empty());
  }

  @Test
  void shouldSayDoneWhenThereIsNoOutput() {
    // When
    told(new StepOutcome.Ran(0, "\n", ""));

    // Then
    assertThat(heard.answers).containsExactly("Done.");
  }

  @Test
  void shouldCallAnExitCodeOtherThanZeroAFailure() {
    // When
    told(new StepOutcome.Ran(2, "", "no such file\n"));
    told(new StepOutcome.Ran(1, "out", ""));

    // Then
    assertThat(heard.answers)
        .containsExactly(
            "The command ended with exit code 2: no such file",
            "The command ended with exit code 1.");
    assertThat(heard.errorCodes).containsOnly(Optional.of("command_failed"));
  }

  @Test
  void shouldPassOnWhyAStepWasRefusedOrFailed() {
    // When
    told(new StepOutcome.Refused("Not that."));
    told(new StepOutcome.Failed("No shell."));

    // Then
    assertThat(heard.answers).containsExactly("Not that.", "No shell.");
    assertThat(heard.errorCodes)
        .containsExactly(Optional.of("refused"), Optional.of("command_failed"));
    assertThat(heard.steps).isEmpty();
  }

  @Test
  void shouldShortenALongAnswerInWholeCharacters() {
    // When the 4000th character is half of a pair
    told(new StepOutcome.Ran(0, "x".repeat(3999) + "😀".repeat(100), ""));
    told(new StepOutcome.Ran(0, "y".repeat(4000), ""));

    // Then
    assertThat(heard.answers).containsExactly("x".repeat(3999) + "…", "y".repeat(4000));
  }

  private void told(StepOutcome outcome) {
    agent.tell(EXECUTION, outcome, heard);
    agent.dismiss(EXECUTION);
  }
}
