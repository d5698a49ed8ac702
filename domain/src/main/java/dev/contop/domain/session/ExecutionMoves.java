package dev.contop.domain.session;

import dev.contop.domain.envelope.AiState;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.StepStatus;
import dev.contop.domain.execution.CommandPolicy;
import dev.contop.domain.execution.Execution;
import dev.contop.domain.execution.ExecutionId;
import dev.contop.domain.execution.Intent;
import dev.contop.domain.execution.OutputStreamKind;
import dev.contop.domain.execution.Step;
import dev.contop.domain.execution.StepOutcome;
import dev.contop.domain.execution.StepOutput;
import dev.contop.domain.execution.StopReason;
import dev.contop.domain.execution.Verdict;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What happens to a session's one execution, from the intent to its one result (T50, T51). */
final class ExecutionMoves {

  private final CommandPolicy policy;

  ExecutionMoves(CommandPolicy policy) {
    this.policy = policy;
  }

  void begin(Turn turn, String text) {
    if (!(turn.execution instanceof Execution.Idle idle)) {
      turn.say(
          new HostMessage.AgentResult(
              "Something is running already. Stop it first, or wait until it is done.",
              0,
              Duration.ZERO,
              Optional.of("busy")));
      return;
    }
    Execution.Thinking begun = idle.begun(turn.newExecution(), turn.now);
    turn.execution = begun;
    turn.say(
        new HostMessage.StateUpdate(
            AiState.PROCESSING, turn.connection, false, turn.control.enabled()));
    turn.add(new Effect.AskAgent(begun.id(), new Intent(text)));
  }

  void proposed(Turn turn, ExecutionId id, Step step) {
    if (!(turn.execution instanceof Execution.Thinking thinking) || !thinking.id().equals(id)) {
      return;
    }
    if (turn.link instanceof Link.Live) {
      judge(turn, thinking, step);
    } else {
      // Suspect, or between two peers: nothing new starts until the phone is there (T30, T33).
      turn.execution = thinking.held(step);
    }
  }

  /** When the phone is there again, what was held goes on (T30, T33). */
  void goOn(Turn turn) {
    if (turn.link instanceof Link.Live && turn.execution instanceof Execution.Held held) {
      turn.execution = held.thinking();
      judge(turn, held.thinking(), held.step());
    }
  }

  void wrote(Turn turn, SessionEvent.CommandWrote event) {
    if (!(turn.execution instanceof Execution.Running running)
        || !running.id().equals(event.execution())) {
      return;
    }
    Execution.Running after = running.wrote(event.stream(), event.text());
    boolean cutNow = after.output().cut() && !running.output().cut();
    String piece = running.output().fitting(event.text()) + (cutNow ? StepOutput.CUT_NOTE : "");
    turn.execution = after;
    if (!piece.isEmpty()) {
      boolean out = event.stream() == OutputStreamKind.STDOUT;
      turn.say(
          progress(
              running,
              StepStatus.RUNNING,
              out ? Optional.of(piece) : Optional.empty(),
              out ? Optional.empty() : Optional.of(piece)));
    }
  }

  void ended(Turn turn, SessionEvent.CommandEnded event) {
    if (!isCurrent(turn, event.execution())) {
      return;
    }
    if (turn.execution instanceof Execution.Running running) {
      StepOutput output = event.truncated() ? running.output().truncated() : running.output();
      StepOutput.Texts texts = output.texts(turn.limits.finalOutput());
      StepStatus status = event.exitCode() == 0 ? StepStatus.COMPLETED : StepStatus.FAILED;
      turn.say(atEnd(running, status, event, texts));
      turn.execution = running.ended();
      turn.add(
          new Effect.TellAgent(
              running.id(), new StepOutcome.Ran(event.exitCode(), texts.stdout(), texts.stderr())));
    } else if (turn.execution instanceof Execution.Stopping stopping) {
      StepOutput.Texts texts = stopping.running().output().texts(turn.limits.finalOutput());
      turn.say(atEnd(stopping.running(), StepStatus.CANCELLED, event, texts));
      finishStopped(turn, stopping, stopping.reason(), event.survivors());
    }
  }

  void failed(Turn turn, SessionEvent.CommandFailed event) {
    if (!isCurrent(turn, event.execution())) {
      return;
    }
    if (turn.execution instanceof Execution.Running running) {
      turn.say(notRun(running.steps(), running.step(), event.reason()));
      turn.execution = running.ended();
      turn.add(new Effect.TellAgent(running.id(), new StepOutcome.Failed(event.reason())));
    } else if (turn.execution instanceof Execution.Stopping stopping) {
      finishStopped(turn, stopping, stopping.reason(), 0);
    }
  }

  void answered(Turn turn, SessionEvent.AgentAnswered event) {
    if (turn.execution instanceof Execution.Thinking thinking
        && thinking.id().equals(event.execution())) {
      finish(turn, thinking, event.answer(), event.errorCode());
    }
  }

  /** {@code execution_stop}: harmless when nothing runs, and then answered all the same (T51). */
  void stopAsAsked(Turn turn) {
    if (turn.execution instanceof Execution.Idle) {
      turn.say(turn.stateUpdate());
    } else {
      stop(turn, StopReason.STOPPED);
    }
  }

  /** Ends what runs. Its result follows when its last process is gone. */
  void stop(Turn turn, StopReason reason) {
    if (turn.execution instanceof Execution.Running running) {
      turn.execution = running.stopping(reason);
      turn.add(new Effect.KillCommand(running.id(), reason));
    } else if (turn.execution instanceof Execution.Thinking thinking) {
      finishStopped(turn, thinking, reason, 0);
    } else if (turn.execution instanceof Execution.Held held) {
      finishStopped(turn, held, reason, 0);
    }
  }

  /** The session has ended and nothing of it runs any more. */
  void forgetIfOver(Turn turn) {
    if (turn.link instanceof Link.Ended ended && turn.execution instanceof Execution.Idle) {
      turn.add(new Effect.ForgetSession(ended.cause()));
    }
  }

  private void judge(Turn turn, Execution.Thinking thinking, Step step) {
    Verdict verdict = policy.judge(step.command());
    if (verdict instanceof Verdict.Allowed allowed) {
      Execution.Running running = thinking.running(step, turn.limits.stepOutput());
      turn.execution = running;
      turn.say(progress(running, StepStatus.RUNNING, Optional.empty(), Optional.empty()));
      turn.add(
          new Effect.StartCommand(running.id(), allowed.authorize(), turn.limits.stepOutput()));
    } else if (verdict instanceof Verdict.Forbidden forbidden) {
      refuse(turn, thinking, step, forbidden.reason());
    } else if (verdict instanceof Verdict.NeedsConfirmation) {
      refuse(turn, thinking, step, "This needs your approval, which is not available yet.");
    } else {
      throw new AssertionError("No move for " + verdict.getClass());
    }
  }

  private static void refuse(Turn turn, Execution.Thinking thinking, Step step, String reason) {
    Execution.Thinking after = thinking.refused();
    turn.execution = after;
    turn.say(notRun(after.steps(), step, reason));
    turn.add(new Effect.TellAgent(thinking.id(), new StepOutcome.Refused(reason)));
  }

  private void finishStopped(Turn turn, Execution.Active active, StopReason reason, int survivors) {
    String words =
        survivors == 0
            ? reason.words()
            : reason.words() + " " + survivors + " of its processes could not be ended.";
    finish(turn, active, words, Optional.of(reason.code()));
  }

  private void finish(
      Turn turn, Execution.Active active, String answer, Optional<String> errorCode) {
    turn.execution = new Execution.Idle();
    turn.add(new Effect.DismissAgent(active.id()));
    turn.say(
        new HostMessage.AgentResult(
            answer, active.steps(), turn.now.since(active.since()), errorCode));
    turn.say(turn.stateUpdate());
  }

  private static HostMessage progress(
      Execution.Running running,
      StepStatus status,
      Optional<String> stdout,
      Optional<String> stderr) {
    return new HostMessage.AgentProgress(
        running.steps(),
        running.step().tool(),
        running.step().detail(),
        running.step().command().shown(),
        status,
        stdout,
        stderr,
        OptionalInt.empty(),
        Optional.empty(),
        false);
  }

  /** A step that was refused or could not be started: {@code reason} stands in for its detail. */
  private static HostMessage notRun(int number, Step step, String reason) {
    return new HostMessage.AgentProgress(
        number,
        step.tool(),
        reason,
        step.command().shown(),
        StepStatus.FAILED,
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        false);
  }

  private static HostMessage atEnd(
      Execution.Running running,
      StepStatus status,
      SessionEvent.CommandEnded event,
      StepOutput.Texts texts) {
    return new HostMessage.AgentProgress(
        running.steps(),
        running.step().tool(),
        running.step().detail(),
        running.step().command().shown(),
        status,
        Optional.of(texts.stdout()),
        Optional.of(texts.stderr()),
        OptionalInt.of(event.exitCode()),
        Optional.of(event.duration()),
        texts.cut());
  }

  private static boolean isCurrent(Turn turn, ExecutionId id) {
    return turn.execution instanceof Execution.Active active && active.id().equals(id);
  }
}
