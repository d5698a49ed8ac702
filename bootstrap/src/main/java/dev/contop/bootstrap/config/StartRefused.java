package dev.contop.bootstrap.config;

/** The host cannot start; the reason is one line that names cause and remedy. */
public final class StartRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final String reason;

  public StartRefused(String reason) {
    super(reason);
    this.reason = reason;
  }

  public StartRefused(String reason, Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  /** A refusal in the words of {@code cause}, which an adapter wrote for people. */
  public static StartRefused because(Throwable cause) {
    return new StartRefused(words(cause), cause);
  }

  /** What {@code cause} says. */
  public static String words(Throwable cause) {
    String message = cause.getMessage();
    return message != null ? message : cause.getClass().getSimpleName();
  }

  public String reason() {
    return reason;
  }
}
