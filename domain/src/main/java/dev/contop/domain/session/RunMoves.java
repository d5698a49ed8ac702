package dev.contop.domain.session;

import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.envelope.StepStatus;
import dev.contop.domain.envelope.ToolOutput;
import dev.contop.domain.execution.Execution;
import dev.contop.domain.execution.ExecutionId;
import dev.contop.domain.execution.OutputStreamKind;
import dev.contop.domain.execution.StepOutcome;
import dev.contop.domain.execution.StepOutput;
import java.time.Duration;
import java.util.Optional;

/** What the processes of a step that runs say and how they end (T50). */
final class RunMoves {

  private RunMoves() {}

  static void wrote(Turn turn, SessionEvent.CommandWrote event) {
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
      Callers.progress(
          turn,
          running,
          StepReports.running(
              running,
              out ? Optional.of(piece) : Optional.empty(),
              out ? Optional.empty() : Optional.of(piece)));
    }
  }

  static void ended(Turn turn, SessionEvent.CommandEnded event) {
    if (!isCurrent(turn, event.execution())) {
      return;
    }
    if (turn.execution instanceof Execution.Running running) {
      StepOutput output = event.truncated() ? running.output().truncated() : running.output();
      StepOutput.Texts texts = output.texts(turn.limits.finalOutput());
      StepStatus status = event.exitCode() == 0 ? StepStatus.COMPLETED : StepStatus.FAILED;
      enterEnd(turn, running, Optional.of(event.exitCode()), event.duration(), event.survivors());
      report(turn, running, status, event, texts);
      Callers.tell(
          turn,
          running.ended(),
          new StepOutcome.Ran(event.exitCode(), texts.stdout(), texts.stderr()),
          output(event, texts));
    } else if (turn.execution instanceof Execution.Stopping stopping) {
      Execution.Running running = stopping.running();
      StepOutput.Texts texts = running.output().texts(turn.limits.finalOutput());
      enterEnd(turn, running, Optional.of(event.exitCode()), event.duration(), event.survivors());
      report(turn, running, StepStatus.CANCELLED, event, texts);
      Callers.stopped(
          turn, stopping, stopping.reason(), event.survivors(), Optional.of(output(event, texts)));
    }
  }

  static void failed(Turn turn, SessionEvent.CommandFailed event) {
    if (!isCurrent(turn, event.execution())) {
      return;
    }
    if (turn.execution instanceof Execution.Running running) {
      enterEnd(turn, running, Optional.empty(), Duration.ZERO, 0);
      Callers.progress(
          turn,
          running,
          StepReports.notRun(running.steps(), running.step(), StepStatus.FAILED, event.reason()));
      Callers.tell(turn, running.ended(), new StepOutcome.Failed(event.reason()));
    } else if (turn.execution instanceof Execution.Stopping stopping) {
      enterEnd(turn, stopping.running(), Optional.empty(), Duration.ZERO, 0);
      Callers.stopped(turn, stopping, stopping.reason(), 0, Optional.empty());
    }
  }

  private static void report(
      Turn turn,
      Execution.Running running,
      StepStatus status,
      SessionEvent.CommandEnded event,
      StepOutput.Texts texts) {
    Callers.progress(
        turn,
        running,
        StepReports.ended(running, status, event.exitCode(), event.duration(), texts));
  }

  private static ToolOutput output(SessionEvent.CommandEnded event, StepOutput.Texts texts) {
    return new ToolOutput(texts.stdout(), texts.stderr(), event.exitCode(), texts.cut());
  }

  private static void enterEnd(
      Turn turn,
      Execution.Running running,
      Optional<Integer> exitCode,
      Duration duration,
      int survivors) {
    turn.enter(
        new AuditEntry.StepEnded(running.id(), running.steps(), exitCode, duration, survivors));
  }

  private static boolean isCurrent(Turn turn, ExecutionId id) {
    return turn.execution instanceof Execution.Active active && active.id().equals(id);
  }
}
