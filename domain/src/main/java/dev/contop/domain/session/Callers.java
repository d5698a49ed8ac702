package dev.contop.domain.session;

import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.MessageId;
import dev.contop.domain.envelope.ToolOutput;
import dev.contop.domain.execution.Caller;
import dev.contop.domain.execution.Execution;
import dev.contop.domain.execution.StepOutcome;
import dev.contop.domain.execution.StopReason;
import java.util.Optional;

/**
 * Tells whoever an execution is for how it goes: an agent works on, and its phone follows (T50); a
 * phone that called one tool hears of the end alone (T54).
 */
final class Callers {

  private Callers() {}

  /** How a step stands; a phone that called a tool waits for its result instead. */
  static void progress(Turn turn, Execution.Active active, HostMessage progress) {
    if (active.caller() instanceof Caller.Agent) {
      turn.say(progress);
    }
  }

  /** A step ended without having run. */
  static void tell(Turn turn, Execution.Thinking after, StepOutcome.NotRun outcome) {
    turn.execution = after;
    if (after.caller() instanceof Caller.Agent) {
      turn.add(new Effect.TellAgent(after.id(), outcome));
    } else {
      over(turn, after, outcome.reason(), Optional.of(outcome.code()), Optional.empty());
    }
  }

  /** A step ran to its end. */
  static void tell(
      Turn turn, Execution.Thinking after, StepOutcome.Ran outcome, ToolOutput output) {
    turn.execution = after;
    if (after.caller() instanceof Caller.Agent) {
      turn.add(new Effect.TellAgent(after.id(), outcome));
    } else {
      boolean well = output.exitCode() == 0;
      over(
          turn,
          after,
          well ? "Done." : "The command ended with exit code " + output.exitCode() + ".",
          well ? Optional.empty() : Optional.of("command_failed"),
          Optional.of(output));
    }
  }

  static void stopped(
      Turn turn,
      Execution.Active active,
      StopReason reason,
      int survivors,
      Optional<ToolOutput> output) {
    String words =
        survivors == 0
            ? reason.words()
            : reason.words() + " " + survivors + " of its processes could not be ended.";
    over(turn, active, words, Optional.of(reason.code()), output);
  }

  /** The end of an execution: its one result, and the state after it. */
  static void over(
      Turn turn,
      Execution.Active active,
      String words,
      Optional<String> errorCode,
      Optional<ToolOutput> output) {
    turn.execution = new Execution.Idle();
    if (active.caller() instanceof Caller.Phone phone) {
      turn.say(
          new HostMessage.ToolResult(
              new MessageId(phone.call()),
              phone.tool(),
              words,
              errorCode,
              output,
              turn.now.since(active.since())));
    } else {
      turn.add(new Effect.DismissAgent(active.id()));
      turn.say(
          new HostMessage.AgentResult(
              words, active.steps(), turn.now.since(active.since()), errorCode));
    }
    turn.say(turn.stateUpdate());
  }
}
