package dev.contop.domain.execution;

import dev.contop.domain.audit.AuditTicket;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.limits.Ticks;
import java.util.Optional;

/**
 * What a session's one execution is doing (T50).
 *
 * <pre>
 *   Idle ──intent, tool call──▶ Thinking ◀────────── not approved ───────────┐
 *                                │ ▲ │ │                                     │
 *     step while nobody is there │ │ │ └─ the policy asks ──▶ Asking ────────┤
 *                                ▼ │ │                          │ approved   │
 *                               Held │ the policy allows        ▼            │
 *                                    └─────────────────────▶ Recording ──────┤
 *                                                   line on disk │           │
 *                                     (nobody there: Recorded) ▼ ▼           │
 *                                                              Running ──────┘ ended
 *   any before Running ──stop, loss, takeover, no line──▶ Idle    │
 *                                                                 └─stop, loss──▶ Stopping ──gone──▶ Idle
 *   Thinking ──answer──▶ Idle
 * </pre>
 */
public sealed interface Execution {

  /** Nothing runs. */
  record Idle() implements Execution {
    public Thinking begun(ExecutionId id, Ticks now, Caller caller) {
      return new Thinking(id, now, 0, caller);
    }
  }

  /** Something runs, in one of the states below. */
  sealed interface Active extends Execution {
    ExecutionId id();

    Ticks since();

    /** How many steps have begun, or were refused. */
    int steps();

    Caller caller();
  }

  /** No process of it runs: to end it is to forget it. */
  sealed interface Unstarted extends Active {}

  /** A step was proposed and has not started. */
  sealed interface Waiting extends Unstarted {
    Thinking thinking();

    Step step();

    @Override
    default ExecutionId id() {
      return thinking().id();
    }

    @Override
    default Ticks since() {
      return thinking().since();
    }

    @Override
    default int steps() {
      return thinking().steps();
    }

    @Override
    default Caller caller() {
      return thinking().caller();
    }
  }

  /** The caller is to propose a step or to answer. */
  record Thinking(ExecutionId id, Ticks since, int steps, Caller caller) implements Unstarted {
    public Held held(Step step) {
      return new Held(this, step);
    }

    public Asking asking(Step step, Verdict.NeedsConfirmation verdict, RequestId request) {
      return new Asking(this, step, verdict, request);
    }

    public Recording recording(Step step, AuthorizedCommand command, AuditTicket ticket) {
      return new Recording(this, step, command, ticket, Optional.empty());
    }

    /** A step was counted although it did not run. */
    public Thinking refused() {
      return new Thinking(id, since, steps + 1, caller);
    }
  }

  /** A step was proposed while the connection was suspect: it waits (T30). */
  record Held(Thinking thinking, Step step) implements Waiting {}

  /** The user was asked whether the step may run (T52). */
  record Asking(Thinking thinking, Step step, Verdict.NeedsConfirmation verdict, RequestId request)
      implements Waiting {
    public Recording approved(AuthorizedCommand command, AuditTicket ticket) {
      return new Recording(thinking, step, command, ticket, Optional.of(request));
    }
  }

  /** The step may run as soon as its line is in the audit log (T55). */
  record Recording(
      Thinking thinking,
      Step step,
      AuthorizedCommand command,
      AuditTicket ticket,
      Optional<RequestId> approval)
      implements Waiting {
    public Recorded recorded() {
      return new Recorded(thinking, step, command, approval);
    }
  }

  /** Its line is in the audit log; it starts when the phone is there (T30, T33). */
  record Recorded(
      Thinking thinking, Step step, AuthorizedCommand command, Optional<RequestId> approval)
      implements Waiting {
    public Running running(int outputCap) {
      return new Running(id(), since(), steps() + 1, caller(), step, StepOutput.empty(outputCap));
    }
  }

  /** The step's processes run. */
  record Running(
      ExecutionId id, Ticks since, int steps, Caller caller, Step step, StepOutput output)
      implements Active {
    public Running wrote(OutputStreamKind stream, String text) {
      return new Running(id, since, steps, caller, step, output.plus(stream, text));
    }

    public Thinking ended() {
      return new Thinking(id, since, steps, caller);
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

    @Override
    public Caller caller() {
      return running.caller();
    }
  }
}
