package dev.contop.application.signaling;

import dev.contop.application.pairing.DeviceRegister;
import dev.contop.application.pairing.ListDevices;
import dev.contop.application.session.Sessions;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.DeviceStatus;
import java.util.List;

/** The paired devices, and whether each has an open connection now (T8). */
public final class ListingDevices implements ListDevices {

  private final DeviceRegister register;
  private final Sessions sessions;

  public ListingDevices(DeviceRegister register, Sessions sessions) {
    this.register = register;
    this.sessions = sessions;
  }

  @Override
  public List<DeviceStatus> list() {
    return register.all().stream()
        .map(device -> new DeviceStatus(device, isConnected(device.id())))
        .toList();
  }

  private boolean isConnected(DeviceId device) {
    return sessions.find(device).filter(session -> session.glance().link().isOpen()).isPresent();
  }
}
