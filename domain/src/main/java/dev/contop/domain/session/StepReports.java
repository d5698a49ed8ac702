package dev.contop.domain.session;

import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.StepStatus;
import dev.contop.domain.execution.Execution;
import dev.contop.domain.execution.Step;
import dev.contop.domain.execution.StepOutput;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** How a step stands, as {@code agent_progress} says it (T50). */
final class StepReports {

  private StepReports() {}

  static HostMessage running(Execution.Running running) {
    return running(running, Optional.empty(), Optional.empty());
  }

  static HostMessage running(
      Execution.Running running, Optional<String> stdout, Optional<String> stderr) {
    return new HostMessage.AgentProgress(
        running.steps(),
        running.step().tool(),
        running.step().detail(),
        running.step().command().shown(),
        StepStatus.RUNNING,
        stdout,
        stderr,
        OptionalInt.empty(),
        Optional.empty(),
        false);
  }

  /** A step that did not run: {@code reason} stands in for its detail. */
  static HostMessage notRun(int number, Step step, StepStatus status, String reason) {
    return new HostMessage.AgentProgress(
        number,
        step.tool(),
        reason,
        step.command().shown(),
        status,
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        false);
  }

  static HostMessage ended(
      Execution.Running running,
      StepStatus status,
      int exitCode,
      Duration duration,
      StepOutput.Texts texts) {
    return new HostMessage.AgentProgress(
        running.steps(),
        running.step().tool(),
        running.step().detail(),
        running.step().command().shown(),
        status,
        Optional.of(texts.stdout()),
        Optional.of(texts.stderr()),
        OptionalInt.of(exitCode),
        Optional.of(duration),
        texts.cut());
  }
}
