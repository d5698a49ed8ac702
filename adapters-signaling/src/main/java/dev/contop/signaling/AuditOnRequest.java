package dev.contop.signaling;

import dev.contop.application.desk.ReadAuditTail;
import dev.contop.wire.AuditLines;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the end of the audit log. On a worker thread, since it reads files. */
final class AuditOnRequest {

  private static final Logger LOG = LoggerFactory.getLogger(AuditOnRequest.class);
  private static final int USUAL = 50;
  private static final int MOST = 200;

  private final ReadAuditTail tail;

  AuditOnRequest(ReadAuditTail tail) {
    this.tail = tail;
  }

  /** {@code GET /api/audit?last}. */
  void newest(HttpServerExchange exchange) throws Parameters.Bad {
    int last = last(exchange);
    List<String> lines;
    try {
      lines = tail.newest(last);
    } catch (IOException unreadable) {
      LOG.warn("The audit log could not be read", unreadable);
      JsonReply.error(
          exchange,
          500,
          "audit_unreadable",
          "The audit log cannot be read; the host's log says why.");
      return;
    }
    JsonReply.ok(exchange, AuditLines.write(lines));
  }

  private static int last(HttpServerExchange exchange) throws Parameters.Bad {
    Optional<String> text = Parameters.find(exchange, "last");
    try {
      int last = text.map(Integer::parseInt).orElse(USUAL);
      if (last >= 1 && last <= MOST) {
        return last;
      }
    } catch (NumberFormatException notANumber) {
      // Said below.
    }
    throw new Parameters.Bad("last is a number from 1 to " + MOST + ".");
  }
}
