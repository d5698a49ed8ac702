package dev.contop.application.agent;

import dev.contop.domain.execution.Step;
import java.util.Optional;

/** Takes what an agent has to say about one execution. */
public interface AgentReply {

  void propose(Step step);

  /** The end; {@code errorCode} is there when the intent was not fulfilled. */
  void answer(String text, Optional<String> errorCode);
}
