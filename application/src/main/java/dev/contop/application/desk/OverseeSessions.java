package dev.contop.application.desk;

import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.session.Glance;
import java.util.Map;

/** Shows the sessions to somebody at the computer, who may stop and refuse, and never approve. */
public interface OverseeSessions {

  /** How all sessions stand now. Any thread; does not block. */
  Map<DeviceId, Glance> glances();

  /**
   * Ends what runs for {@code device}, its processes with it; they may need a moment to go.
   *
   * @return whether there is such a session
   */
  boolean stop(DeviceId device);

  /**
   * Says no to what {@code device} was asked; harmless when that has ended.
   *
   * @return whether there is such a session
   */
  boolean reject(DeviceId device, RequestId request);
}
