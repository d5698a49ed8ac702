package dev.contop.domain.pairing;

import java.time.Duration;

/** How long a pairing is meant to last (T91). */
public enum ConnectionType {
  PERMANENT("permanent", Duration.ofDays(30)),
  TEMPORARY("temp", Duration.ofHours(4));

  private final String wireName;
  private final Duration lifetime;

  ConnectionType(String wireName, Duration lifetime) {
    this.wireName = wireName;
    this.lifetime = lifetime;
  }

  /** The name on the wire: {@code permanent} or {@code temp}. */
  public String wireName() {
    return wireName;
  }

  public Duration lifetime() {
    return lifetime;
  }
}
