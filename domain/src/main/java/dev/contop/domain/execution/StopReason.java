package dev.contop.domain.execution;

/** Why a running execution was ended before it was done. */
public enum StopReason {
  /** The phone asked for it (T51). */
  STOPPED("stopped", "Stopped, as you asked."),
  /** Somebody at the computer stopped it. */
  STOPPED_AT_DESK("stopped_at_desk", "Stopped by somebody at the computer."),
  /** The phone took manual control (T60). */
  MANUAL_TAKEOVER("manual_takeover", "Stopped, because you took control by hand."),
  /** The connection was lost (T31, T35). */
  CONNECTION_LOST("connection_lost", "connection lost, the running execution was stopped"),
  /** The session ended or the host shut down. */
  SESSION_ENDED("session_ended", "Stopped, because the session ended.");

  private final String code;
  private final String words;

  StopReason(String code, String words) {
    this.code = code;
    this.words = words;
  }

  /** The {@code error_code} on the wire. */
  public String code() {
    return code;
  }

  public String words() {
    return words;
  }
}
