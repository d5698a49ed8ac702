package dev.contop.signaling;

/** A listener that cannot start; the message is one line that names the cause and the remedy. */
public final class StartFailed extends Exception {

  private static final long serialVersionUID = 1L;

  public StartFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
