package dev.contop.domain.pairing;

import java.time.Instant;

/** One phone's right to connect, until it expires. */
public record Pairing(
    DeviceId device, TokenKey key, ConnectionType connection, Role role, Instant expiresAt) {

  /** A pairing that may drive the desktop. */
  public Pairing(DeviceId device, TokenKey key, ConnectionType connection, Instant expiresAt) {
    this(device, key, connection, Role.CONTROL, expiresAt);
  }

  public boolean isExpiredAt(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
