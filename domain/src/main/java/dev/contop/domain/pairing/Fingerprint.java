package dev.contop.domain.pairing;

import java.util.Locale;
import java.util.regex.Pattern;

/** The SHA-256 fingerprint of a DTLS certificate: 64 lower-case hex digits (RFC 8122, T81, T90). */
public record Fingerprint(String hex) {

  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

  public Fingerprint {
    if (!isValid(hex)) {
      throw new IllegalArgumentException("Not a SHA-256 fingerprint in hex");
    }
  }

  public static boolean isValid(String hex) {
    return SHAPE.matcher(hex).matches();
  }

  /** As SDP writes it: pairs of upper-case digits with colons between. */
  public String withColons() {
    return hex.toUpperCase(Locale.ROOT).replaceAll("(..)(?!$)", "$1:");
  }
}
