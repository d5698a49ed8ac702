package dev.contop.domain.envelope;

/** How a step stands, as {@code agent_progress} tells it (T50). */
public enum StepStatus {
  RUNNING,
  COMPLETED,
  FAILED,
  CANCELLED
}
