package dev.contop.signaling;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.util.Optional;

/** Serves the page; a browser asks each time whether its copy is still the right one. */
final class ServePage implements HttpHandler {

  private final PageFiles files;

  ServePage(PageFiles files) {
    this.files = files;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    Optional<PageFile> found = files.find(exchange.getRelativePath());
    if (found.isEmpty()) {
      JsonReply.notFound(exchange);
      return;
    }
    send(exchange, found.get());
  }

  static void send(HttpServerExchange exchange, PageFile file) {
    HeaderMap headers = exchange.getResponseHeaders();
    headers.put(Headers.ETAG, file.tag());
    headers.put(Headers.CACHE_CONTROL, "no-cache");
    if (file.tag().equals(exchange.getRequestHeaders().getFirst(Headers.IF_NONE_MATCH))) {
      exchange.setStatusCode(304);
      exchange.endExchange();
      return;
    }
    headers.put(Headers.CONTENT_TYPE, file.type());
    exchange.getResponseSender().send(file.content().duplicate());
  }
}
