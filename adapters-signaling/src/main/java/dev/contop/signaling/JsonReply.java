package dev.contop.signaling;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;

/** Answers an HTTP request with JSON; errors are {@code {"error":{"code":…,"message":…}}}. */
final class JsonReply {

  private JsonReply() {}

  static void ok(HttpServerExchange exchange, String json) {
    send(exchange, 200, json);
  }

  static void error(HttpServerExchange exchange, int status, String code, String message) {
    send(
        exchange,
        status,
        "{\"error\":{\"code\":" + quoted(code) + ",\"message\":" + quoted(message) + "}}");
  }

  /** A 404, the same for everything that is not there. */
  static void notFound(HttpServerExchange exchange) {
    error(exchange, 404, "not_found", "There is nothing here.");
  }

  /** A 405 that names the methods there are (RFC 9110, section 15.5.6). */
  static void wrongMethod(HttpServerExchange exchange, String allowed) {
    exchange.getResponseHeaders().put(Headers.ALLOW, allowed);
    error(exchange, 405, "method_not_allowed", "Use " + allowed + ".");
  }

  /** A JSON string (RFC 8259, section 7). */
  static String quoted(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }

  private static void send(HttpServerExchange exchange, int status, String json) {
    exchange.setStatusCode(status);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json; charset=utf-8");
    exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
    exchange.getResponseSender().send(json);
  }
}
