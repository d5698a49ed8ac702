package dev.contop.wire;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Where a phone says it is: words, or {@code {"lat", "lon"}} in degrees (T4). */
final class Locations {

  static final int MAX_LOCATION = 256;

  /** A tenth of a metre; finer would be noise. */
  private static final int DECIMALS = 6;

  private Locations() {}

  /** The location as text, absent also when it is empty. */
  static Optional<String> readOptional(Fields in, String name) {
    return in.has(name)
        ? Optional.of(text(in, name)).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  /** The location as text, wrong when it is absent or empty. */
  static String read(Fields in, String name) {
    String location = text(in, name);
    if (location.isEmpty()) {
      in.refuse(name);
    }
    return location;
  }

  private static String text(Fields in, String name) {
    if (!(in.raw(name) instanceof Json.Members)) {
      return in.label(name, MAX_LOCATION);
    }
    Fields place = in.object(name);
    String text =
        degrees(place.number("lat", -90, 90)) + "," + degrees(place.number("lon", -180, 180));
    in.adopt(place);
    return text;
  }

  private static String degrees(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return rounded.stripTrailingZeros().toPlainString();
  }
}
