package dev.contop.domain.session;

/** The name of a session; it outlives connections. */
public record SessionId(String value) {

  @Override
  public String toString() {
    return value;
  }
}
