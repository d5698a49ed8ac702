package dev.contop.domain.recording;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a recording's file: when it began, in UTC as the audit log has it, and whose session
 * it shows, such as {@code 2030-01-01T12-00-00-500Z-Anns-phone.mp4}.
 *
 * <p>It is made of letters, digits, dashes and one dot, so it is one plain name on every file
 * system and in every URL, and leads nowhere else.
 */
public record RecordingName(String value) {

  private static final int LONGEST_DEVICE = 40;
  private static final String CAPTIONS = "vtt";

  private static final Pattern SHAPE =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}-[0-9]{2}-[0-9]{2}-[0-9]{3}Z)-([A-Za-z0-9-]{1,40})"
              + "\\.(mp4|webm)");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss-SSS'Z'", Locale.ROOT);

  public RecordingName {
    if (!SHAPE.matcher(value).matches() || instant(value).isEmpty()) {
      throw new IllegalArgumentException("Not the name of a recording");
    }
  }

  /**
   * The name of a recording that begins now.
   *
   * @param device what people call the device, any text
   */
  public static RecordingName of(Instant began, String device, RecordingFormat format) {
    String time = TIME.format(LocalDateTime.ofInstant(began, ZoneOffset.UTC));
    return new RecordingName(time + "-" + plain(device) + "." + format.ending());
  }

  /** Reads a name; nothing when it is not one. */
  public static Optional<RecordingName> parse(String text) {
    return SHAPE.matcher(text).matches() && instant(text).isPresent()
        ? Optional.of(new RecordingName(text))
        : Optional.empty();
  }

  /** The recording whose captions have this name; nothing when it is no such name. */
  public static Optional<RecordingName> captioned(String text) {
    return text.endsWith("." + CAPTIONS)
        ? parse(text.substring(0, text.length() - CAPTIONS.length()) + RecordingFormat.MP4.ending())
        : Optional.empty();
  }

  /** When it began, to the millisecond. */
  public Instant began() {
    return instant(value).orElseThrow();
  }

  /** Whose session it shows, as far as that can be told in letters, digits and dashes. */
  public String device() {
    return parts().group(2);
  }

  public RecordingFormat format() {
    return RecordingFormat.named(parts().group(3)).orElseThrow();
  }

  /** The name of the file with its captions, beside it. */
  public String captions() {
    return value.substring(0, value.lastIndexOf('.') + 1) + CAPTIONS;
  }

  private Matcher parts() {
    Matcher parts = SHAPE.matcher(value);
    if (!parts.matches()) {
      throw new IllegalStateException("Checked when it was made");
    }
    return parts;
  }

  private static Optional<Instant> instant(String name) {
    Matcher parts = SHAPE.matcher(name);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime time = LocalDateTime.parse(parts.group(1), TIME);
      // 30 February is no time, and would otherwise be read as the nearest that is.
      return TIME.format(time).equals(parts.group(1))
          ? Optional.of(time.toInstant(ZoneOffset.UTC))
          : Optional.empty();
    } catch (DateTimeParseException notATime) {
      return Optional.empty();
    }
  }

  private static String plain(String device) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < device.length() && plain.length() < LONGEST_DEVICE; i++) {
      char c = device.charAt(i);
      if (isPlain(c)) {
        plain.append(c);
      } else if (c != '\'' && c != '’' && !plain.isEmpty() && lastOf(plain) != '-') {
        plain.append('-');
      }
    }
    while (!plain.isEmpty() && lastOf(plain) == '-') {
      plain.setLength(plain.length() - 1);
    }
    return plain.isEmpty() ? "phone" : plain.toString();
  }

  private static char lastOf(StringBuilder text) {
    return text.charAt(text.length() - 1);
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  @Override
  public String toString() {
    return value;
  }
}
