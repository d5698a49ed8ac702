package dev.contop.signaling;

import dev.contop.wire.PairingCodec;
import dev.contop.wire.RestAnswers;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** What only this machine reaches (T94). */
final class AdminRoutes implements HttpHandler {

  private final Map<String, Map<HttpString, HttpHandler>> routes;
  private final AdminUses uses;
  private final Executor workers;

  AdminRoutes(AdminUses uses, PairingCodec codec, Executor workers) {
    this.uses = uses;
    this.workers = workers;
    DevicesOnRequest devices = new DevicesOnRequest(uses.devices(), uses.revoke());
    PairOnRequest pair = new PairOnRequest(uses.pairing(), uses.newest(), codec);
    routes =
        Map.of(
            "/api/pair",
            Map.of(
                Methods.POST,
                Parameters.checked(pair::pair),
                Methods.DELETE,
                Parameters.checked(devices::revoke)),
            "/api/qr-image",
            get(pair::image),
            "/api/pair/status",
            get(devices::status),
            "/api/devices",
            get(devices::list),
            "/api/screen.jpg",
            get(new StillOnRequest(uses.stills())::send),
            "/api/statistics",
            get(new StatisticsOnRequest(uses.video())::send),
            "/api/connection-info",
            get(this::connectionInfo),
            "/health",
            get(exchange -> JsonReply.ok(exchange, "{\"status\":\"ok\"}")));
  }

  private static Map<HttpString, HttpHandler> get(Parameters.Handler handler) {
    return Map.of(Methods.GET, Parameters.checked(handler));
  }

  /** Whether {@code path} tells nothing and changes nothing, whoever asks. */
  static boolean isForAnybody(String path) {
    return path.equals("/health");
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    Map<HttpString, HttpHandler> methods =
        routes.getOrDefault(exchange.getRelativePath(), Map.of());
    Optional<HttpHandler> handler = Optional.ofNullable(methods.get(exchange.getRequestMethod()));
    if (methods.isEmpty()) {
      JsonReply.notFound(exchange);
    } else if (handler.isEmpty()) {
      JsonReply.wrongMethod(
          exchange,
          new TreeMap<>(methods)
              .keySet().stream().map(HttpString::toString).collect(Collectors.joining(", ")));
    } else {
      exchange.dispatch(workers, handler.get());
    }
  }

  private void connectionInfo(HttpServerExchange exchange) {
    ConnectionInfo info = uses.connection().get();
    JsonReply.ok(
        exchange,
        RestAnswers.connection(
            info.host(), info.port(), info.tailscale(), info.fingerprint(), info.renewal()));
  }
}
