package dev.contop.signaling;

import dev.contop.domain.door.OriginRule;
import dev.contop.domain.signaling.Introduction;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.websockets.WebSocketProtocolHandshakeHandler;
import io.undertow.websockets.core.protocol.version13.Hybi13Handshake;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the network reaches: signaling, health and the page (T1, T94). */
final class PublicRoutes implements HttpHandler {

  private static final String SIGNALING = "/ws/signaling";
  private static final String HEALTH = "/health";
  private static final String TOKEN = "token";
  private static final String DEVICE = "device";

  private final HttpHandler signaling;
  private final OriginRule origins;
  private final HttpHandler page;

  PublicRoutes(PhoneSockets sockets, OriginRule origins, HttpHandler page) {
    this.origins = origins;
    signaling =
        new WebSocketProtocolHandshakeHandler(
            Set.of(new Hybi13Handshake()), sockets, PublicRoutes::upgradeRequired);
    this.page = page;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    hideQuery(exchange);
    HttpString method = exchange.getRequestMethod();
    String path = exchange.getRelativePath();
    if (path.equals(SIGNALING)) {
      if (!method.equals(Methods.GET)) {
        JsonReply.wrongMethod(exchange, "GET");
      } else if (!Handshake.isProper(exchange)) {
        upgradeRequired(exchange);
      } else if (isAllowedPage(exchange)) {
        signaling.handleRequest(exchange);
      } else {
        JsonReply.error(exchange, 403, "forbidden", "Pages of other sites may not do this.");
      }
    } else if (!method.equals(Methods.GET) && !method.equals(Methods.HEAD)) {
      JsonReply.wrongMethod(exchange, "GET, HEAD");
    } else if (path.equals(HEALTH)) {
      JsonReply.ok(exchange, "{\"status\":\"ok\"}");
    } else {
      page.handleRequest(exchange);
    }
  }

  private boolean isAllowedPage(HttpServerExchange exchange) {
    List<String> origin = Values.of(exchange, Headers.ORIGIN);
    return origins.allows(origin, Values.of(exchange, Headers.HOST))
        || (OriginRule.isOnLoopback(origin)
            && exchange.getSourceAddress().getAddress().isLoopbackAddress()
            && exchange.getAttachment(PhoneSockets.INTRODUCTION) instanceof Introduction.ByToken);
  }

  /**
   * Takes what introduces the phone out of the request, so that whatever reports about it later has
   * nothing to tell (T2). A token beside a device, or two of one kind, are as good as none: who
   * proves itself is never asked for less.
   */
  private static void hideQuery(HttpServerExchange exchange) {
    Optional<String> token = only(exchange, TOKEN);
    Optional<String> device = only(exchange, DEVICE);
    Map<String, Deque<String>> query = exchange.getQueryParameters();
    if (token.isPresent() && !query.containsKey(DEVICE)) {
      exchange.putAttachment(PhoneSockets.INTRODUCTION, new Introduction.ByToken(token.get()));
    } else if (device.isPresent() && !query.containsKey(TOKEN)) {
      exchange.putAttachment(PhoneSockets.INTRODUCTION, new Introduction.ByDevice(device.get()));
    }
    query.clear();
    exchange.setQueryString("");
  }

  private static Optional<String> only(HttpServerExchange exchange, String name) {
    Deque<String> shown = exchange.getQueryParameters().get(name);
    return shown != null && shown.size() == 1 ? Optional.of(shown.getFirst()) : Optional.empty();
  }

  private static void upgradeRequired(HttpServerExchange exchange) {
    exchange.getResponseHeaders().put(Headers.UPGRADE, "websocket");
    JsonReply.error(exchange, 426, "upgrade_required", "This is a WebSocket, version 13.");
  }
}
