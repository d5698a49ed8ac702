package dev.contop.domain.confirmation;

/** The name of one question to the user; as an answer gives it, it may be any text. */
public record RequestId(String value) {

  @Override
  public String toString() {
    return value;
  }
}
