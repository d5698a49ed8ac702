package dev.contop.application.screen;

/** The screen cannot be read; the message says why and what to do, in words for people. */
public final class ScreenUnavailable extends Exception {

  private static final long serialVersionUID = 1L;

  private final String reason;

  public ScreenUnavailable(String reason) {
    super(reason);
    this.reason = reason;
  }

  public ScreenUnavailable(String reason, Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
