package dev.contop.application.pairing;

import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.PairingOffer;
import java.util.Optional;

/** Pairs a phone. Any thread that may wait for the audit log, two seconds at most (T55). */
public interface PairPhone {

  /**
   * Makes a pairing for {@code device}, or for a new one, in place of the pairing it had.
   *
   * @throws PairingRefused when it cannot be made, with the reason in words
   */
  PairingOffer pair(Optional<DeviceId> device, ConnectionType connection) throws PairingRefused;
}
