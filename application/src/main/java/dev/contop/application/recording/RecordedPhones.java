package dev.contop.application.recording;

import dev.contop.application.signaling.ObservePhones;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.Role;

/** Has phones recorded that are to be, while they are connected. */
public final class RecordedPhones implements ObservePhones {

  private final ObservePhones next;
  private final RecordingDesk desk;

  /**
   * @param next is told the same first
   */
  public RecordedPhones(ObservePhones next, RecordingDesk desk) {
    this.next = next;
    this.desk = desk;
  }

  @Override
  public void connected(DeviceId device, Role role) {
    next.connected(device, role);
    desk.connected(device);
  }

  @Override
  public void parted(DeviceId device, boolean connected) {
    next.parted(device, connected);
    if (connected) {
      desk.parted(device);
    }
  }

  @Override
  public void refusedRepeatedly(String address) {
    next.refusedRepeatedly(address);
  }
}
