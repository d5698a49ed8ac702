package dev.contop.domain.session;

import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.confirmation.Ending;
import dev.contop.domain.envelope.AiState;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.execution.Backstory;
import dev.contop.domain.execution.Caller;
import dev.contop.domain.execution.Execution;
import dev.contop.domain.execution.ExecutionId;
import dev.contop.domain.execution.Intent;
import dev.contop.domain.execution.Step;
import dev.contop.domain.execution.StopReason;
import dev.contop.domain.execution.ToolRequest;
import java.time.Duration;
import java.util.Optional;

/** How a session's one execution begins and ends, from the intent to its result (T50, T51, T54). */
final class ExecutionMoves {

  private static final String BUSY =
      "Something is running already. Stop it first, or wait until it is done.";

  private final StepMoves steps;
  private final ConfirmationMoves confirmations;

  ExecutionMoves(StepMoves steps, ConfirmationMoves confirmations) {
    this.steps = steps;
    this.confirmations = confirmations;
  }

  void begin(Turn turn, PhoneMessage.UserIntent message) {
    ExecutionId id = turn.newExecution();
    turn.enter(new AuditEntry.IntentReceived(id, new Intent(message.text())));
    if (!(turn.execution instanceof Execution.Idle idle)) {
      turn.say(new HostMessage.AgentResult(BUSY, 0, Duration.ZERO, Optional.of("busy")));
      return;
    }
    Intent intent = new Intent(message.text(), message.picture(), turn.before);
    turn.before = Backstory.NONE;
    Execution.Thinking begun = idle.begun(id, turn.now, new Caller.Agent());
    turn.execution = begun;
    turn.say(turn.stateUpdate(AiState.PROCESSING));
    turn.add(new Effect.AskAgent(begun.id(), intent));
  }

  /** {@code tool_call}: one step that the phone itself proposes (T54). */
  void callTool(Turn turn, PeerId peer, PhoneMessage.ToolCall call) {
    ToolRequest request = call.request();
    if (request instanceof ToolRequest.Unusable unusable) {
      turn.say(notBegun(call, unusable.code(), unusable.reason()));
    } else if (request instanceof ToolRequest.ObserveScreen observe) {
      Optional<String> tool = Optional.of(observe.tool());
      StillMoves.asked(turn, new Stills.Asked(peer, call.call(), tool, turn.now), observe.wish());
    } else if (!(turn.execution instanceof Execution.Idle idle)) {
      turn.say(notBegun(call, "busy", BUSY));
    } else if (request instanceof ToolRequest.Shell shell) {
      Caller caller = new Caller.Phone(call.call().value(), request.tool());
      Execution.Thinking begun = idle.begun(turn.newExecution(), turn.now, caller);
      turn.execution = begun;
      turn.say(turn.stateUpdate(AiState.PROCESSING));
      steps.judge(turn, begun, new Step(shell.tool(), "", shell.command()));
    } else {
      throw new AssertionError("No move for " + request.getClass());
    }
  }

  void answered(Turn turn, SessionEvent.AgentAnswered event) {
    if (turn.execution instanceof Execution.Thinking thinking
        && thinking.id().equals(event.execution())) {
      Callers.over(turn, thinking, event.answer(), event.errorCode(), Optional.empty());
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

  /** Somebody at the computer wants it to end; harmless when nothing runs. */
  void stopAtDesk(Turn turn) {
    stop(turn, StopReason.STOPPED_AT_DESK);
  }

  /** Ends what runs. Its result follows when its last process is gone. */
  void stop(Turn turn, StopReason reason) {
    if (turn.execution instanceof Execution.Running running) {
      turn.execution = running.stopping(reason);
      turn.add(new Effect.KillCommand(running.id(), reason));
      turn.enter(new AuditEntry.ExecutionStopped(running.id(), reason));
    } else if (turn.execution instanceof Execution.Unstarted unstarted) {
      confirmations.withdraw(turn, endingFor(reason), reason.code());
      turn.enter(new AuditEntry.ExecutionStopped(unstarted.id(), reason));
      Callers.stopped(turn, unstarted, reason, 0, Optional.empty());
    }
  }

  /** What has not started does not start when the audit log fails (T55). */
  void unwritten(Turn turn, String words) {
    if (turn.execution instanceof Execution.Unstarted unstarted) {
      confirmations.withdraw(turn, Ending.REJECTED, AuditMoves.UNAVAILABLE);
      Callers.over(turn, unstarted, words, Optional.of(AuditMoves.UNAVAILABLE), Optional.empty());
    }
  }

  /** The session has ended and nothing of it runs any more. */
  void forgetIfOver(Turn turn) {
    if (turn.link instanceof Link.Ended ended && turn.execution instanceof Execution.Idle) {
      turn.add(new Effect.ForgetSession(ended.cause()));
    }
  }

  /** The phone said no by stopping; when it is gone it says nothing (T32). */
  private static Ending endingFor(StopReason reason) {
    return switch (reason) {
      case STOPPED, STOPPED_AT_DESK, MANUAL_TAKEOVER -> Ending.REJECTED;
      case CONNECTION_LOST, SESSION_ENDED -> Ending.EXPIRED;
    };
  }

  private static HostMessage notBegun(PhoneMessage.ToolCall call, String code, String words) {
    return new HostMessage.ToolResult(
        call.call(),
        call.request().tool(),
        words,
        Optional.of(code),
        Optional.empty(),
        Duration.ZERO);
  }
}
