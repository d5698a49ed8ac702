package dev.contop.signaling;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** What only this machine reaches (T94). */
final class AdminRoutes implements HttpHandler {

  private final HttpHandler pair;
  private final Supplier<ConnectionInfo> connection;
  private final Executor workers;

  AdminRoutes(HttpHandler pair, Supplier<ConnectionInfo> connection, Executor workers) {
    this.pair = pair;
    this.connection = connection;
    this.workers = workers;
  }

  /** Whether {@code path} tells nothing and changes nothing, whoever asks. */
  static boolean isForAnybody(String path) {
    return path.equals("/health");
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    switch (exchange.getRelativePath()) {
      case "/api/pair" -> dispatch(exchange, Methods.POST, pair);
      case "/api/connection-info" -> dispatch(exchange, Methods.GET, this::connectionInfo);
      case "/health" ->
          dispatch(exchange, Methods.GET, e -> JsonReply.ok(e, "{\"status\":\"ok\"}"));
      default -> JsonReply.notFound(exchange);
    }
  }

  private void dispatch(HttpServerExchange exchange, HttpString method, HttpHandler handler) {
    if (exchange.getRequestMethod().equals(method)) {
      exchange.dispatch(workers, handler);
    } else {
      JsonReply.wrongMethod(exchange, method.toString());
    }
  }

  private void connectionInfo(HttpServerExchange exchange) {
    ConnectionInfo info = connection.get();
    JsonReply.ok(
        exchange,
        String.format(
            "{\"host\":%s,\"port\":%d,\"fingerprint\":%s}",
            JsonReply.quoted(info.host()),
            info.port(),
            JsonReply.quoted(info.fingerprint().hex())));
  }
}
