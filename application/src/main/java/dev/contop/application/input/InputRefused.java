package dev.contop.application.input;

/** An input that the desktop cannot take; the message is one sentence for people. */
public final class InputRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final String reason;

  public InputRefused(String reason) {
    super(reason);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
