package dev.contop.domain.binding;

import java.util.regex.Pattern;

/** What makes a proof fresh: 256 random bits in 64 lower-case hex digits, good for one offer. */
public record Nonce(String hex) {

  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

  public Nonce {
    if (!isValid(hex)) {
      throw new IllegalArgumentException("Not a nonce");
    }
  }

  public static boolean isValid(String hex) {
    return SHAPE.matcher(hex).matches();
  }
}
