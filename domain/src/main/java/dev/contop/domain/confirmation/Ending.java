package dev.contop.domain.confirmation;

/** How a confirmation ended; it ends once (T53). */
public enum Ending {
  APPROVED,
  REJECTED,
  EXPIRED
}
