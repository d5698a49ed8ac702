package dev.contop.application.agent;

import dev.contop.domain.execution.ExecutionId;
import dev.contop.domain.execution.Intent;
import dev.contop.domain.execution.StepOutcome;

/**
 * Works on intents: an agent proposes a step, is told its outcome, and proposes the next or ends
 * with an answer. No call blocks; {@code reply} may be used from any thread.
 */
public interface ConsultAgent {

  /** A new intent. */
  void ask(ExecutionId execution, Intent intent, AgentReply reply);

  /** The outcome of the step proposed last. */
  void tell(ExecutionId execution, StepOutcome outcome, AgentReply reply);

  /** The execution is over; nothing that is still proposed for it will run. */
  void dismiss(ExecutionId execution);
}
