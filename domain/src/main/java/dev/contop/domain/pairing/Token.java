package dev.contop.domain.pairing;

import java.util.regex.Pattern;

/**
 * The secret that a phone got from the QR code: 256 random bits in base64url without padding (T91).
 *
 * <p>Lives only between its making and its showing, and between its arrival and its check; {@link
 * #toString} never shows it.
 */
public record Token(String secret) {

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

  public Token {
    if (!isValid(secret)) {
      throw new IllegalArgumentException("Not a token");
    }
  }

  public static boolean isValid(String secret) {
    return SHAPE.matcher(secret).matches();
  }

  @Override
  public String toString() {
    return "Token[hidden]";
  }
}
