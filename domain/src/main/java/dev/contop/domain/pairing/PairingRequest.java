package dev.contop.domain.pairing;

import java.util.Optional;

/**
 * What is asked for when a phone is to be paired (T94).
 *
 * @param device whose pairing it replaces; nothing for a new one
 * @param name what its owner calls it
 */
public record PairingRequest(
    Optional<DeviceId> device, ConnectionType connection, Role role, Optional<String> name) {

  /** One that may drive the desktop, under whatever name. */
  public static PairingRequest of(Optional<DeviceId> device, ConnectionType connection) {
    return new PairingRequest(device, connection, Role.CONTROL, Optional.empty());
  }
}
