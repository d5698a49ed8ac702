package dev.contop.domain.door;

/**
 * What only the owner's programs know: 256 random bits in base64url. {@link #toString} hides it.
 */
public record Secret(String value) {

  private static final int SHORTEST = 43;

  public Secret {
    if (value.length() < SHORTEST) {
      throw new IllegalArgumentException("Too short for a secret");
    }
  }

  /** Whether {@code shown} is it; the time tells nothing but how long {@code shown} is. */
  public boolean matches(String shown) {
    int difference = value.length() ^ shown.length();
    for (int i = 0; i < shown.length(); i++) {
      difference |= value.charAt(i % value.length()) ^ shown.charAt(i);
    }
    return difference == 0;
  }

  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}
