package dev.contop.application.screen;

/** The screen cannot be read; the message says why and what to do, in words for people. */
public final class ScreenUnavailable extends Exception {

  private static final long serialVersionUID = 1L;

  public ScreenUnavailable(String message) {
    super(message);
  }

  public ScreenUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
