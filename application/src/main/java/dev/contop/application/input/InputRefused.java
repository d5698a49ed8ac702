package dev.contop.application.input;

/** An input that the desktop cannot take; the message is one sentence for people. */
public final class InputRefused extends Exception {

  private static final long serialVersionUID = 1L;

  public InputRefused(String message) {
    super(message);
  }
}
