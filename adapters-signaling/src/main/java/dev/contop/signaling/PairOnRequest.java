package dev.contop.signaling;

import dev.contop.application.pairing.PairPhone;
import dev.contop.application.pairing.PairingRefused;
import dev.contop.application.pairing.ShowOffer;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.Device;
import dev.contop.domain.pairing.PairingOffer;
import dev.contop.domain.pairing.PairingRequest;
import dev.contop.domain.pairing.Role;
import dev.contop.signaling.qr.PngQr;
import dev.contop.signaling.qr.QrCode;
import dev.contop.wire.PairingCodec;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** Pairs phones, and shows the codes for it (T90, T94, T95). On a worker thread. */
final class PairOnRequest {

  private static final HttpString TOKEN = new HttpString("x-pairing-token");
  private static final HttpString EXPIRES_AT = new HttpString("x-pairing-expires-at");
  private static final HttpString LINK = new HttpString("x-pairing-link");
  private static final HttpString DEVICE_ID = new HttpString("x-pairing-device-id");

  private final PairPhone pairing;
  private final ShowOffer newest;
  private final PairingCodec codec;

  PairOnRequest(PairPhone pairing, ShowOffer newest, PairingCodec codec) {
    this.pairing = pairing;
    this.newest = newest;
    this.codec = codec;
  }

  /** {@code GET /api/qr-image?form}: the code of the newest pairing, while it may be shown. */
  void image(HttpServerExchange exchange) throws Parameters.Bad {
    boolean link = link(exchange);
    Optional<PairingOffer> offer = newest.newest();
    if (offer.isPresent()) {
      sendImage(exchange, offer.get(), link);
    } else {
      JsonReply.error(exchange, 404, "no_pairing", "No pairing waits to be scanned.");
    }
  }

  /**
   * {@code POST /api/pair?device_id&connection_type&role&name&form}: pairs, and answers with the QR
   * code as PNG, or with all of it as JSON where the request accepts that.
   */
  void pair(HttpServerExchange exchange) throws Parameters.Bad {
    PairingRequest request =
        new PairingRequest(
            Parameters.device(exchange), connection(exchange), role(exchange), name(exchange));
    boolean link = link(exchange);
    try {
      answer(exchange, pairing.pair(request), link);
    } catch (PairingRefused refused) {
      JsonReply.error(exchange, 409, "pairing_refused", refused.reason());
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
    headers.put(LINK, codec.link(offer));
    sendImage(exchange, offer, link);
  }

  private void sendImage(HttpServerExchange exchange, PairingOffer offer, boolean link) {
    HeaderMap headers = exchange.getResponseHeaders();
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

  private static ConnectionType connection(HttpServerExchange exchange) throws Parameters.Bad {
    String name =
        Parameters.find(exchange, "connection_type").orElse(ConnectionType.PERMANENT.wireName());
    return Arrays.stream(ConnectionType.values())
        .filter(type -> type.wireName().equals(name))
        .findFirst()
        .orElseThrow(() -> new Parameters.Bad("connection_type is temp or permanent."));
  }

  private static Role role(HttpServerExchange exchange) throws Parameters.Bad {
    return Role.named(Parameters.find(exchange, "role").orElse(Role.CONTROL.wireName()))
        .orElseThrow(() -> new Parameters.Bad("role is control or view."));
  }

  private static Optional<String> name(HttpServerExchange exchange) throws Parameters.Bad {
    Optional<String> name = Parameters.find(exchange, "name").map(String::strip);
    if (name.isPresent() && !Device.isName(name.get())) {
      throw new Parameters.Bad("name is one line of 1 to 128 characters.");
    }
    return name;
  }

  private static boolean link(HttpServerExchange exchange) throws Parameters.Bad {
    String form = Parameters.find(exchange, "form").orElse("app");
    return switch (form) {
      case "link" -> true;
      case "app" -> false;
      default -> throw new Parameters.Bad("form is app or link.");
    };
  }
}
