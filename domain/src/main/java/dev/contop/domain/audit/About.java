package dev.contop.domain.audit;

import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.session.SessionId;
import java.util.Optional;

/** Whom an {@link AuditEntry} is about: a device and its session, a device, or the host alone. */
public record About(Optional<DeviceId> device, Optional<SessionId> session) {

  /** What the host did of itself. */
  public static final About HOST = new About(Optional.empty(), Optional.empty());

  public static About device(DeviceId device) {
    return new About(Optional.of(device), Optional.empty());
  }

  public static About session(DeviceId device, SessionId session) {
    return new About(Optional.of(device), Optional.of(session));
  }
}
