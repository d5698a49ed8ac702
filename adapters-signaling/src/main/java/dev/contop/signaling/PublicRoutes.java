package dev.contop.signaling;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.websockets.WebSocketProtocolHandshakeHandler;
import io.undertow.websockets.core.protocol.version13.Hybi13Handshake;
import java.util.Deque;
import java.util.Set;

/** What the network reaches: signaling, health and the page (T1, T94). */
final class PublicRoutes implements HttpHandler {

  private static final String SIGNALING = "/ws/signaling";
  private static final String HEALTH = "/health";
  private static final String TOKEN = "token";

  private final HttpHandler signaling;
  private final HttpHandler page;

  PublicRoutes(PhoneSockets sockets, HttpHandler page) {
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
      if (method.equals(Methods.GET)) {
        signaling.handleRequest(exchange);
      } else {
        JsonReply.wrongMethod(exchange, "GET");
      }
    } else if (!method.equals(Methods.GET) && !method.equals(Methods.HEAD)) {
      JsonReply.wrongMethod(exchange, "GET, HEAD");
    } else if (path.equals(HEALTH)) {
      JsonReply.ok(exchange, "{\"status\":\"ok\"}");
    } else {
      page.handleRequest(exchange);
    }
  }

  /**
   * Takes the token out of the request, so that whatever reports about it later has nothing to tell
   * (T2). Two tokens are as good as none.
   */
  private static void hideQuery(HttpServerExchange exchange) {
    Deque<String> shown = exchange.getQueryParameters().get(TOKEN);
    if (shown != null && shown.size() == 1) {
      exchange.putAttachment(PhoneSockets.TOKEN, shown.getFirst());
    }
    exchange.getQueryParameters().clear();
    exchange.setQueryString("");
  }

  private static void upgradeRequired(HttpServerExchange exchange) {
    exchange.getResponseHeaders().put(Headers.UPGRADE, "websocket");
    JsonReply.error(exchange, 426, "upgrade_required", "This is a WebSocket, version 13.");
  }
}
