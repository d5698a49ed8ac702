package dev.contop.signaling;

import dev.contop.domain.pairing.DeviceId;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.Deque;
import java.util.Optional;

/** The parameters of a request's query, each at most once. */
final class Parameters {

  /** A parameter that cannot be used; the message says which and why. */
  static final class Bad extends Exception {
    private static final long serialVersionUID = 1L;

    Bad(String message) {
      super(message);
    }
  }

  /** A handler of requests whose parameters may be bad. */
  interface Handler {
    void handle(HttpServerExchange exchange) throws Bad;
  }

  private Parameters() {}

  /** Answers bad parameters with 400. */
  static HttpHandler checked(Handler handler) {
    return exchange -> {
      try {
        handler.handle(exchange);
      } catch (Bad bad) {
        JsonReply.error(exchange, 400, "bad_request", String.valueOf(bad.getMessage()));
      }
    };
  }

  static Optional<String> find(HttpServerExchange exchange, String name) throws Bad {
    Deque<String> values = exchange.getQueryParameters().get(name);
    if (values == null) {
      return Optional.empty();
    }
    if (values.size() > 1) {
      throw new Bad(name + " is there twice.");
    }
    return Optional.of(values.getFirst());
  }

  /** A whole number between the two, or {@code usual} where there is none. */
  static int number(HttpServerExchange exchange, String name, int lowest, int highest, int usual)
      throws Bad {
    Optional<String> value = find(exchange, name);
    if (value.isEmpty()) {
      return usual;
    }
    // No more digits than an int holds for certain.
    int number = value.get().matches("[0-9]{1,9}") ? Integer.parseInt(value.get()) : -1;
    if (number < lowest || number > highest) {
      throw new Bad(name + " is a whole number from " + lowest + " to " + highest + ".");
    }
    return number;
  }

  static Optional<DeviceId> device(HttpServerExchange exchange) throws Bad {
    Optional<String> value = find(exchange, "device_id");
    if (value.isPresent() && !DeviceId.isValid(value.get())) {
      throw new Bad("device_id has 1 to 64 letters, digits, dots, dashes, underscores.");
    }
    return value.map(DeviceId::new);
  }

  /** The same where it cannot be left out. */
  static DeviceId neededDevice(HttpServerExchange exchange) throws Bad {
    return device(exchange).orElseThrow(() -> new Bad("device_id is missing."));
  }
}
