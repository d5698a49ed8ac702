package dev.contop.domain.pairing;

import java.time.Instant;

/** One phone's right to connect, until it expires. */
public record Pairing(DeviceId device, TokenKey key, ConnectionType connection, Instant expiresAt) {

  public boolean isExpiredAt(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
