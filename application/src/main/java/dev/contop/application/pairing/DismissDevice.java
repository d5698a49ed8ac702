package dev.contop.application.pairing;

import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.session.EndCause;

/**
 * Sends away a device whose pairing has just lost its validity: its sockets, its peer, and all that
 * its session runs, asks or keeps (T92). Any thread; never blocks.
 */
public interface DismissDevice {

  void dismiss(DeviceId device, EndCause cause);
}
