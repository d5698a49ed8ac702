package dev.contop.domain.media;

/** Why there is no still (T74). */
public enum StillRefusal {
  BUSY("busy", "A still is being taken already."),
  TOO_OFTEN("too_often", "Stills were asked for too often; wait a second."),
  NO_SCREEN("screen_unavailable", "The screen cannot be read at present."),
  FAILED("still_failed", "The still could not be made.");

  private final String code;
  private final String words;

  StillRefusal(String code, String words) {
    this.code = code;
    this.words = words;
  }

  /** The {@code code} of an {@code error}, or the {@code error_code} of a {@code tool_result}. */
  public String code() {
    return code;
  }

  public String words() {
    return words;
  }
}
