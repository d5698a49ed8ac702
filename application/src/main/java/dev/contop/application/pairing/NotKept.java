package dev.contop.application.pairing;

/** The devices could not be kept; the reason is one sentence for people. */
public final class NotKept extends Exception {

  private static final long serialVersionUID = 1L;

  private final String reason;

  public NotKept(String reason, Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
