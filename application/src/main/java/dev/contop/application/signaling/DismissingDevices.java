package dev.contop.application.signaling;

import dev.contop.application.pairing.DismissDevice;
import dev.contop.application.session.Sessions;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.session.EndCause;
import java.util.function.Supplier;

/**
 * Closes a device's line and ends its session, with its peer and all that it runs (T92).
 *
 * <p>The line first: a peer that is still being made finds nobody to answer, and is closed.
 */
public final class DismissingDevices implements DismissDevice {

  private final Supplier<PhoneDoor> door;
  private final Sessions sessions;

  /**
   * @param door asked for when the first device is sent away, since it is made after this
   */
  public DismissingDevices(Supplier<PhoneDoor> door, Sessions sessions) {
    this.door = door;
    this.sessions = sessions;
  }

  @Override
  public void dismiss(DeviceId device, EndCause cause) {
    door.get().dismiss(device, cause.words());
    sessions.end(device, cause);
  }
}
