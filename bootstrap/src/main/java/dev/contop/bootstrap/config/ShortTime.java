package dev.contop.bootstrap.config;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time as people type it: a whole number and a unit, such as {@code 15m}. */
final class ShortTime {

  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5})([smhd])");

  private ShortTime() {}

  static Duration parse(String option, String text) throws StartRefused {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new StartRefused(
          option + " must be a number and s, m, h or d, such as 15m, not “" + text + "”");
    }
    return Duration.of(Long.parseLong(parts.group(1)), unit(parts.group(2)));
  }

  private static ChronoUnit unit(String letter) {
    return switch (letter) {
      case "s" -> ChronoUnit.SECONDS;
      case "m" -> ChronoUnit.MINUTES;
      case "h" -> ChronoUnit.HOURS;
      default -> ChronoUnit.DAYS;
    };
  }
}
