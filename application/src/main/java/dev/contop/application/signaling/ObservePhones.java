package dev.contop.application.signaling;

import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.Role;

/** Is told of the coming and going of phones. Any thread, native ones too; never blocks. */
public interface ObservePhones {

  /** Its reliable channel is open. */
  void connected(DeviceId device, Role role);

  /**
   * A peer of it has gone.
   *
   * @param connected whether {@link #connected} was called for that peer
   */
  void parted(DeviceId device, boolean connected);

  /** That address has failed so often that it is sent away. */
  void refusedRepeatedly(String address);
}
