package dev.contop.domain.pairing;

import java.util.regex.Pattern;

/** The name under which a paired phone is known: 1 to 64 letters, digits, {@code . _ -}. */
public record DeviceId(String value) {

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  public DeviceId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("Not a device id");
    }
  }

  public static boolean isValid(String value) {
    return SHAPE.matcher(value).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
