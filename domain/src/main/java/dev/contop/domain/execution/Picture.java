package dev.contop.domain.execution;

/**
 * A picture that came with an intent: JPEG or PNG by its first bytes, otherwise unread (T50).
 *
 * @param base64 the file in base64 (RFC 4648, section 4)
 */
public record Picture(Format format, String base64) {

  /** The kinds of pictures that phones send. */
  public enum Format {
    JPEG,
    PNG
  }

  /** Logs never show what was on a screen. */
  @Override
  public String toString() {
    return "Picture[" + format + "]";
  }
}
