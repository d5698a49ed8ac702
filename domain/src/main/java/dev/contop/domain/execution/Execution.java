package dev.contop.domain.execution;

import dev.contop.domain.limits.Ticks;

/**
 * What a session's one execution is doing (T50).
 *
 * <pre>
 *   Idle ──intent──▶ Thinking ──step allowed──▶ Running ──ended──▶ Thinking ──answer──▶ Idle
 *                     │  ▲ step while suspect      │
 *                     ▼  │ recovered               └──stop, loss, takeover──▶ Stopping ──gone──▶ Idle
 *                     Held
 * </pre>
 */
public sealed interface Execution {

  /** Nothing runs. */
  record Idle() implements Execution {
    public Thinking begun(ExecutionId id, Ticks now) {
      return new Thinking(id, now, 0);
    }
  }

  /** Something runs, in one of the states below. */
  sealed interface Active extends Execution {
    ExecutionId id();

    Ticks since();

    /** How many steps have begun. */
    int steps();
  }

  /** The agent is to propose a step or to answer. */
  record Thinking(ExecutionId id, Ticks since, int steps) implements Active {
    public Running running(Step step, int outputCap) {
      return new Running(id, since, steps + 1, step, StepOutput.empty(outputCap));
    }

    public Held held(Step step) {
      return new Held(this, step);
    }

    /** A step was counted although it did not run. */
    public Thinking refused() {
      return new Thinking(id, since, steps + 1);
    }
  }

  /** A step was proposed while the connection was suspect: it waits (T30). */
  record Held(Thinking thinking, Step step) implements Active {
    @Override
    public ExecutionId id() {
      return thinking.id();
    }

    @Override
    public Ticks since() {
      return thinking.since();
    }

    @Override
    public int steps() {
      return thinking.steps();
    }
  }

  /** The step's processes run. */
  record Running(ExecutionId id, Ticks since, int steps, Step step, StepOutput output)
      implements Active {
    public Running wrote(OutputStreamKind stream, String text) {
      return new Running(id, since, steps, step, output.plus(stream, text));
    }

    public Thinking ended() {
      return new Thinking(id, since, steps);
    }

    public Stopping stopping(StopReason reason) {
      return new Stopping(this, reason);
    }
  }

  /** Its processes are being ended; no step starts any more. */
  record Stopping(Running running, StopReason reason) implements Active {
    @Override
    public ExecutionId id() {
      return running.id();
    }

    @Override
    public Ticks since() {
      return running.since();
    }

    @Override
    public int steps() {
      return running.steps();
    }
  }
}
