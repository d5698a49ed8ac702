package dev.contop.domain.signaling;

/** The close codes of the signaling socket. */
public enum CloseCode {
  /** Done: the data channels carry on (T9). */
  NORMAL(1000),
  /** The host is shutting down. */
  GOING_AWAY(1001),
  /** More messages than anyone needs. */
  POLICY(1008),
  /** Pair again (T2). */
  UNAUTHORIZED(4001),
  /** A newer socket of the same device took over (T3). */
  REPLACED(4002),
  /** The message was not understood (T11). */
  BAD_MESSAGE(4400);

  private final int number;

  CloseCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
