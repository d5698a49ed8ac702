package dev.contop.signaling;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.QValueParser;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    headers.put(Headers.VARY, Headers.ACCEPT_ENCODING_STRING);
    if (file.tag().equals(exchange.getRequestHeaders().getFirst(Headers.IF_NONE_MATCH))) {
      exchange.setStatusCode(304);
      exchange.endExchange();
      return;
    }
    headers.put(Headers.CONTENT_TYPE, file.type());
    if (takesGzip(exchange.getRequestHeaders().get(Headers.ACCEPT_ENCODING))) {
      headers.put(Headers.CONTENT_ENCODING, Headers.GZIP.toString());
      exchange.getResponseSender().send(file.gzipped().duplicate());
    } else {
      exchange.getResponseSender().send(file.content().duplicate());
    }
  }

  /** RFC 9110, section 12.5.3; who names it takes it, unless its weight is zero. */
  private static boolean takesGzip(@Nullable HeaderValues accepted) {
    return accepted != null
        && QValueParser.parse(accepted).stream()
            .flatMap(List::stream)
            .anyMatch(
                coding ->
                    coding.getValue().equalsIgnoreCase(Headers.GZIP.toString())
                        && !coding.isQValueZero());
  }
}
