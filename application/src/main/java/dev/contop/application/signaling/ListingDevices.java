package dev.contop.application.signaling;

import dev.contop.application.pairing.DeviceRegister;
import dev.contop.application.pairing.ListDevices;
import dev.contop.application.session.Sessions;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.DeviceStatus;
import dev.contop.domain.session.Glance;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The paired devices, and whether each has an open connection now (T8). */
public final class ListingDevices implements ListDevices {

  private static final Set<Glance.Presence> HERE =
      EnumSet.of(Glance.Presence.CONNECTED, Glance.Presence.DOUBTFUL);

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
    return sessions
        .find(device)
        .filter(session -> HERE.contains(session.glance().link()))
        .isPresent();
  }
}
