package dev.contop.domain.binding;

import java.util.regex.Pattern;

/**
 * What an end shows to prove that it holds the secret: an HMAC-SHA-256 in 64 lower-case hex digits.
 *
 * <p>{@link #matches} takes the same time wherever two proofs differ.
 */
public record Proof(String hex) {

  private static final int DIGITS = 64;
  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

  public Proof {
    if (!isValid(hex)) {
      throw new IllegalArgumentException("Not a proof");
    }
  }

  public static boolean isValid(String hex) {
    return SHAPE.matcher(hex).matches();
  }

  /** Whether both are the same, in constant time. */
  public boolean matches(Proof other) {
    int difference = 0;
    for (int i = 0; i < DIGITS; i++) {
      difference |= hex.charAt(i) ^ other.hex.charAt(i);
    }
    return difference == 0;
  }

  @Override
  public String toString() {
    return "Proof[hidden]";
  }
}
