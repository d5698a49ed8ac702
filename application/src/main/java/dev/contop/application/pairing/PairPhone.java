package dev.contop.application.pairing;

import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.PairingOffer;
import dev.contop.domain.pairing.PairingRequest;
import java.util.Optional;

/** Pairs a phone. Any thread that may wait for the audit log, two seconds at most (T55). */
public interface PairPhone {

  /**
   * Makes a pairing as asked for, in place of the one that its device had.
   *
   * @throws PairingRefused when it cannot be made, with the reason in words
   */
  PairingOffer pair(PairingRequest request) throws PairingRefused;

  /** One that may drive the desktop, for {@code device} or for a new one. */
  default PairingOffer pair(Optional<DeviceId> device, ConnectionType connection)
      throws PairingRefused {
    return pair(PairingRequest.of(device, connection));
  }
}
