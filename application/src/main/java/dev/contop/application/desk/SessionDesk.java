package dev.contop.application.desk;

import dev.contop.application.session.Sessions;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.session.Glance;
import dev.contop.domain.session.SessionEvent;
import java.util.Map;

/** Oversees the sessions of this host. */
public final class SessionDesk implements OverseeSessions {

  private final Sessions sessions;

  public SessionDesk(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Map<DeviceId, Glance> glances() {
    return sessions.glances();
  }

  @Override
  public boolean stop(DeviceId device) {
    return post(device, new SessionEvent.StoppedAtDesk());
  }

  @Override
  public boolean reject(DeviceId device, RequestId request) {
    return post(device, new SessionEvent.RejectedAtDesk(request));
  }

  private boolean post(DeviceId device, SessionEvent event) {
    return sessions
        .find(device)
        .map(
            session -> {
              session.post(event);
              return true;
            })
        .orElse(false);
  }
}
