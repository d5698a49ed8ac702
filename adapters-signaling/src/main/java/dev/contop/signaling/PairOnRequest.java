package dev.contop.signaling;

import dev.contop.application.pairing.PairPhone;
import dev.contop.application.pairing.PairingRefused;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.Device;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.PairingOffer;
import dev.contop.domain.pairing.PairingRequest;
import dev.contop.domain.pairing.Role;
import dev.contop.signaling.qr.PngQr;
import dev.contop.signaling.qr.QrCode;
import dev.contop.wire.PairingCodec;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/**
 * {@code POST /api/pair?device_id&connection_type&role&name&form}: pairs, and answers with the QR
 * code as PNG, or with all of it as JSON where the request accepts that (T90, T94). On a worker
 * thread.
 */
final class PairOnRequest implements HttpHandler {

  private static final HttpString TOKEN = new HttpString("x-pairing-token");
  private static final HttpString EXPIRES_AT = new HttpString("x-pairing-expires-at");
  private static final HttpString DEVICE_ID = new HttpString("x-pairing-device-id");

  /** A parameter that cannot be used; the message says which and why. */
  private static final class BadParameter extends Exception {
    private static final long serialVersionUID = 1L;

    BadParameter(String message) {
      super(message);
    }
  }

  private final PairPhone pairing;
  private final PairingCodec codec;

  PairOnRequest(PairPhone pairing, PairingCodec codec) {
    this.pairing = pairing;
    this.codec = codec;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    try {
      Optional<DeviceId> device = device(exchange);
      ConnectionType connection = connection(exchange);
      boolean link = link(exchange);
      PairingRequest request =
          new PairingRequest(device, connection, role(exchange), name(exchange));
      answer(exchange, pairing.pair(request), link);
    } catch (BadParameter e) {
      JsonReply.error(exchange, 400, "bad_request", String.valueOf(e.getMessage()));
    } catch (PairingRefused e) {
      JsonReply.error(exchange, 409, "pairing_refused", String.valueOf(e.getMessage()));
    }
  }

  private void answer(HttpServerExchange exchange, PairingOffer offer, boolean link) {
    if (acceptsJson(exchange)) {
      JsonReply.ok(exchange, codec.summary(offer));
      return;
    }
    HeaderMap headers = exchange.getResponseHeaders();
    headers.put(TOKEN, offer.token().secret());
    headers.put(EXPIRES_AT, offer.expiresAt().toString());
    headers.put(DEVICE_ID, offer.device().value());
    headers.put(Headers.CACHE_CONTROL, "no-store");
    headers.put(Headers.CONTENT_TYPE, "image/png");
    String content = link ? codec.link(offer) : codec.payload(offer);
    exchange.getResponseSender().send(ByteBuffer.wrap(PngQr.draw(QrCode.of(content))));
  }

  private static boolean acceptsJson(HttpServerExchange exchange) {
    String accept = exchange.getRequestHeaders().getFirst(Headers.ACCEPT);
    return accept != null
        && Arrays.stream(accept.split(",", -1))
            .map(range -> range.split(";", -1)[0].strip())
            .anyMatch("application/json"::equalsIgnoreCase);
  }

  private static Optional<DeviceId> device(HttpServerExchange exchange) throws BadParameter {
    Optional<String> value = parameter(exchange, "device_id");
    if (value.isPresent() && !DeviceId.isValid(value.get())) {
      throw new BadParameter("device_id has 1 to 64 letters, digits, dots, dashes, underscores.");
    }
    return value.map(DeviceId::new);
  }

  private static ConnectionType connection(HttpServerExchange exchange) throws BadParameter {
    String name =
        parameter(exchange, "connection_type").orElse(ConnectionType.TEMPORARY.wireName());
    for (ConnectionType type : ConnectionType.values()) {
      if (type.wireName().equals(name)) {
        return type;
      }
    }
    throw new BadParameter("connection_type is temp or permanent.");
  }

  private static Role role(HttpServerExchange exchange) throws BadParameter {
    return Role.named(parameter(exchange, "role").orElse(Role.CONTROL.wireName()))
        .orElseThrow(() -> new BadParameter("role is control or view."));
  }

  private static Optional<String> name(HttpServerExchange exchange) throws BadParameter {
    Optional<String> name = parameter(exchange, "name").map(String::strip);
    if (name.isPresent() && !Device.isName(name.get())) {
      throw new BadParameter("name is one line of 1 to 128 characters.");
    }
    return name;
  }

  private static boolean link(HttpServerExchange exchange) throws BadParameter {
    String form = parameter(exchange, "form").orElse("app");
    return switch (form) {
      case "link" -> true;
      case "app" -> false;
      default -> throw new BadParameter("form is app or link.");
    };
  }

  private static Optional<String> parameter(HttpServerExchange exchange, String name)
      throws BadParameter {
    Deque<String> values = exchange.getQueryParameters().get(name);
    if (values == null) {
      return Optional.empty();
    }
    if (values.size() > 1) {
      throw new BadParameter(name + " is there twice.");
    }
    return Optional.of(values.getFirst());
  }
}
