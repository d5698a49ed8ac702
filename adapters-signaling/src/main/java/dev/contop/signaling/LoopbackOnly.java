package dev.contop.signaling;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets through what comes from this machine and means this listener (T93).
 *
 * <p>A web page elsewhere could make a browser on this machine send requests here. Then {@code
 * Host} names the page's server, if that pretends to be this address, or {@code Origin} names the
 * page.
 */
final class LoopbackOnly implements HttpHandler {

  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  private final HttpHandler next;

  LoopbackOnly(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    Set<String> own = own(exchange);
    boolean allowed =
        exchange.getSourceAddress().getAddress().isLoopbackAddress()
            && one(exchange, Headers.HOST, own)
            && (exchange.getRequestHeaders().get(Headers.ORIGIN) == null
                || one(exchange, Headers.ORIGIN, origins(own)));
    if (allowed) {
      next.handleRequest(exchange);
    } else {
      JsonReply.error(exchange, 403, "forbidden", "This answers only to this machine.");
    }
  }

  private static Set<String> own(HttpServerExchange exchange) {
    InetSocketAddress here = exchange.getConnection().getLocalAddress(InetSocketAddress.class);
    Stream<String> names = NAMES.stream().map(name -> name + ":" + here.getPort());
    // A browser leaves the port out where it is the default.
    return (here.getPort() == 80 ? Stream.concat(names, NAMES.stream()) : names)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> origins(Set<String> own) {
    return own.stream().map(name -> "http://" + name).collect(Collectors.toUnmodifiableSet());
  }

  private static boolean one(HttpServerExchange exchange, HttpString header, Set<String> allowed) {
    HeaderValues values = exchange.getRequestHeaders().get(header);
    return values != null
        && values.size() == 1
        && allowed.contains(values.getFirst().toLowerCase(Locale.ROOT));
  }
}
