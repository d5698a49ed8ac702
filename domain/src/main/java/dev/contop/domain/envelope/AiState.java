package dev.contop.domain.envelope;

/** What a {@code state_update} says the host is doing (T16, T50). */
public enum AiState {
  IDLE,
  PROCESSING,
  EXECUTING
}
