package dev.contop.signaling;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Protocols;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** What a client's opening handshake must have (RFC 6455, section 4.2.1), beyond its version. */
final class Handshake {

  private static final int KEY_BYTES = 16;

  private Handshake() {}

  static boolean isProper(HttpServerExchange exchange) {
    return exchange.getProtocol().equals(Protocols.HTTP_1_1)
        && names(exchange, Headers.CONNECTION, "upgrade")
        && names(exchange, Headers.UPGRADE, "websocket")
        && hasKey(Values.of(exchange, Headers.SEC_WEB_SOCKET_KEY));
  }

  /** Whether one element of this list header is {@code token}. */
  private static boolean names(HttpServerExchange exchange, HttpString header, String token) {
    return Values.of(exchange, header).stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .anyMatch(element -> element.strip().equalsIgnoreCase(token));
  }

  private static boolean hasKey(List<String> keys) {
    try {
      return keys.size() == 1 && Base64.getDecoder().decode(keys.get(0)).length == KEY_BYTES;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }
}
