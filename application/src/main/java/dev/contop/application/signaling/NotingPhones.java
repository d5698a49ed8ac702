package dev.contop.application.signaling;

import dev.contop.application.notice.Announcing;
import dev.contop.application.pairing.PairingDesk;
import dev.contop.domain.notice.Notice;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.Role;

/** Keeps when a phone was last here, and tells the computer's owner of it (T8). */
public final class NotingPhones implements ObservePhones {

  private final PairingDesk desk;
  private final Announcing announcing;

  public NotingPhones(PairingDesk desk, Announcing announcing) {
    this.desk = desk;
    this.announcing = announcing;
  }

  @Override
  public void connected(DeviceId device, Role role) {
    announcing.announce(new Notice.PhoneConnected(device, role));
  }

  @Override
  public void parted(DeviceId device, boolean connected) {
    desk.parted(device);
  }

  @Override
  public void refusedRepeatedly(String address) {
    announcing.announce(new Notice.RefusedRepeatedly(address));
  }
}
