package dev.contop.signaling;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.List;

/**
 * Goes on only with requests whose end is beyond doubt, so that a proxy in front and this host
 * cannot see two different rows of requests in the same bytes (RFC 9112, sections 6.3 and 11.2).
 *
 * <p>What Undertow refuses by itself does not come this far: lengths twice, or beside chunks.
 */
final class PlainRequests implements HttpHandler {

  private final HttpHandler next;

  PlainRequests(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    // The server's own log names requests by it, and a secret may be in it by mistake (T2); paths
    // are known by what was decoded from it.
    exchange.setRequestURI("/");
    List<String> encodings = Values.of(exchange, Headers.TRANSFER_ENCODING);
    boolean chunked =
        encodings.size() == 1 && Headers.CHUNKED.toString().equalsIgnoreCase(encodings.get(0));
    if (encodings.isEmpty() || chunked) {
      next.handleRequest(exchange);
    } else {
      exchange.setPersistent(false);
      JsonReply.error(exchange, 400, "bad_request", "This transfer encoding is not understood.");
    }
  }
}
