package dev.contop.domain.session;

/** Why a session ended for good; its code is also a metric's label. */
public enum EndCause {
  HOST_STOPPED("host_stopped", "Contop Host was stopped on the computer."),
  REPAIRED("repaired", "This phone was paired again; use the new code."),
  REVOKED("revoked", "This phone was unpaired on the computer."),
  PAIRING_EXPIRED("pairing_expired", "The pairing has expired; scan a new code."),
  OVERLOADED("overloaded", "Too much arrived at once, so the session was ended."),
  EXPIRED("expired", "The phone was away for too long, so the session was ended."),
  FAULT("fault", "Something went wrong on the computer, so the session was ended.");

  private final String code;
  private final String words;

  EndCause(String code, String words) {
    this.code = code;
    this.words = words;
  }

  public String code() {
    return code;
  }

  public String words() {
    return words;
  }
}
