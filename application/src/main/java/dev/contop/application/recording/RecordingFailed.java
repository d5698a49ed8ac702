package dev.contop.application.recording;

/** A recording cannot begin or go on; the reason is in words, for people, and names no path. */
public final class RecordingFailed extends Exception {

  private static final long serialVersionUID = 1L;

  private final String reason;

  public RecordingFailed(String reason) {
    super(reason);
    this.reason = reason;
  }

  public RecordingFailed(String reason, Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
