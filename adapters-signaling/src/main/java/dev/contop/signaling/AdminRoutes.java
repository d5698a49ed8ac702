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

/** What only this machine reaches (T94): the dashboard's files, and below {@code /api} the rest. */
final class AdminRoutes implements HttpHandler {

  private static final String HEALTH = "/health";

  private final PageFiles desk;
  private final HttpHandler page;
  private final Map<String, Map<HttpString, HttpHandler>> routes;
  private final AdminUses uses;
  private final Executor workers;

  /**
   * @param desk the dashboard's files
   */
  AdminRoutes(AdminUses uses, PairingCodec codec, PageFiles desk, Executor workers) {
    this.uses = uses;
    this.desk = desk;
    this.page = new ServePage(desk);
    this.workers = workers;
    SessionsOnRequest sessions = new SessionsOnRequest(uses.sessions());
    DevicesOnRequest devices = new DevicesOnRequest(uses.devices(), uses.revoke());
    PairOnRequest pair = new PairOnRequest(uses.pairing(), uses.newest(), codec);
    routes =
        Map.ofEntries(
            Map.entry(
                "/api/pair",
                Map.of(
                    Methods.POST,
                    Parameters.checked(pair::pair),
                    Methods.DELETE,
                    Parameters.checked(devices::revoke))),
            Map.entry("/api/qr-image", get(pair::image)),
            Map.entry("/api/pair/status", get(devices::status)),
            Map.entry("/api/devices", get(devices::list)),
            Map.entry("/api/sessions", get(sessions::list)),
            Map.entry("/api/sessions/stop", post(sessions::stop)),
            Map.entry("/api/confirmations/reject", post(sessions::reject)),
            Map.entry("/api/audit", get(new AuditOnRequest(uses.audit())::newest)),
            Map.entry("/api/screen.jpg", get(new StillOnRequest(uses.stills())::send)),
            Map.entry("/api/statistics", get(new StatisticsOnRequest(uses.video())::send)),
            Map.entry("/api/connection-info", get(this::connectionInfo)),
            Map.entry(HEALTH, get(exchange -> JsonReply.ok(exchange, "{\"status\":\"ok\"}"))));
  }

  private static Map<HttpString, HttpHandler> get(Parameters.Handler handler) {
    return Map.of(Methods.GET, Parameters.checked(handler));
  }

  private static Map<HttpString, HttpHandler> post(Parameters.Handler handler) {
    return Map.of(Methods.POST, Parameters.checked(handler));
  }

  /** Whether {@code path} tells nothing and changes nothing, whoever asks. */
  boolean isForAnybody(String path) {
    return path.equals(HEALTH) || desk.find(path).isPresent();
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (desk.find(exchange.getRelativePath()).isPresent()) {
      ifOnlyLooking(exchange);
    } else {
      route(exchange);
    }
  }

  private void ifOnlyLooking(HttpServerExchange exchange) throws Exception {
    HttpString method = exchange.getRequestMethod();
    if (method.equals(Methods.GET) || method.equals(Methods.HEAD)) {
      page.handleRequest(exchange);
    } else {
      JsonReply.wrongMethod(exchange, "GET, HEAD");
    }
  }

  private void route(HttpServerExchange exchange) {
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
