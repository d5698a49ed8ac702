package dev.contop.signaling;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.HttpString;
import java.util.List;

/** All values of a header of a request, in their order; none when it is not there. */
final class Values {

  private Values() {}

  static List<String> of(HttpServerExchange exchange, HttpString header) {
    HeaderValues values = exchange.getRequestHeaders().get(header);
    return values == null ? List.of() : List.copyOf(values);
  }
}
