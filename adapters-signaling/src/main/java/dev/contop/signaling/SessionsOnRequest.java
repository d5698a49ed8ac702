package dev.contop.signaling;

import dev.contop.application.desk.OverseeSessions;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.wire.RestAnswers;
import dev.contop.wire.SessionGlances;
import io.undertow.server.HttpServerExchange;

/** Shows the sessions, stops what runs, and says no to what is asked. On a worker thread. */
final class SessionsOnRequest {

  private static final int LONGEST_REQUEST_ID = 64;

  private final OverseeSessions sessions;

  SessionsOnRequest(OverseeSessions sessions) {
    this.sessions = sessions;
  }

  /** {@code GET /api/sessions}. */
  void list(HttpServerExchange exchange) {
    JsonReply.ok(exchange, SessionGlances.write(sessions.glances()));
  }

  /** {@code POST /api/sessions/stop?device_id}. */
  void stop(HttpServerExchange exchange) throws Parameters.Bad {
    DeviceId device = Parameters.neededDevice(exchange);
    if (sessions.stop(device)) {
      JsonReply.ok(exchange, RestAnswers.stopping(device));
    } else {
      noSession(exchange);
    }
  }

  /** {@code POST /api/confirmations/reject?device_id&request_id}. */
  void reject(HttpServerExchange exchange) throws Parameters.Bad {
    DeviceId device = Parameters.neededDevice(exchange);
    RequestId request =
        Parameters.find(exchange, "request_id")
            .filter(text -> !text.isEmpty() && text.length() <= LONGEST_REQUEST_ID)
            .map(RequestId::new)
            .orElseThrow(() -> new Parameters.Bad("request_id is that of an open question."));
    if (sessions.reject(device, request)) {
      JsonReply.ok(exchange, RestAnswers.rejecting(device, request));
    } else {
      noSession(exchange);
    }
  }

  private static void noSession(HttpServerExchange exchange) {
    JsonReply.error(
        exchange, 404, "no_session", "That phone has no session now; nothing of it runs.");
  }
}
