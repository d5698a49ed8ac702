package dev.contop.wire;

import dev.contop.domain.pairing.PairingOffer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;

/**
 * The forms in which a phone can be given what it must know to connect (T90).
 *
 * <p>All of them contain the token: show them, never log them. Stateless, so any thread may use it
 * at any time; it never blocks.
 */
public final class PairingCodec {

  private final boolean encrypted;

  /** For a host that is reached by plain HTTP. */
  public PairingCodec() {
    this(false);
  }

  /**
   * @param encrypted whether the host is reached by HTTPS
   */
  public PairingCodec(boolean encrypted) {
    this.encrypted = encrypted;
  }

  /** The JSON of the QR code for the Contop app, with short keys. */
  public String payload(PairingOffer offer) {
    return JsonOut.text(out -> payload(out, offer));
  }

  /** A link to the page, with the same facts in its fragment, which browsers send to no one. */
  public String link(PairingOffer offer) {
    StringBuilder link =
        new StringBuilder(encrypted ? "https://" : "http://").append(authority(offer)).append("/#");
    append(link, "t", offer.token().secret()).append('&');
    append(link, "d", offer.fingerprint().hex()).append('&');
    append(link, "h", offer.host()).append('&');
    append(link, "p", Integer.toString(offer.port())).append('&');
    append(link, "e", expiry(offer)).append('&');
    append(link, "c", offer.connection().wireName()).append('&');
    append(link, "i", offer.device().value());
    offer.tailscale().ifPresent(address -> append(link.append('&'), "ts", address));
    return link.toString();
  }

  /** One line of JSON with everything, for programs that pair a phone themselves. */
  public String summary(PairingOffer offer) {
    return JsonOut.text(
        out -> {
          out.put("device_id", offer.device().value());
          out.put("token", offer.token().secret());
          out.put("expires_at", expiry(offer));
          out.put("connection_type", offer.connection().wireName());
          out.put("role", offer.role().wireName());
          out.put("link", link(offer));
          out.object("payload", payload -> payload(payload, offer));
        });
  }

  private void payload(JsonOut out, PairingOffer offer) throws IOException {
    out.put("t", offer.token().secret());
    out.put("d", offer.fingerprint().hex());
    out.put("h", offer.host());
    out.put("p", offer.port());
    out.put("e", expiry(offer));
    out.put("c", offer.connection().wireName());
    out.put("ts", offer.tailscale());
    out.put("s", (encrypted ? "wss://" : "ws://") + authority(offer) + "/ws/signaling");
  }

  /** To the second, rounded down: a smaller code, and never a promise that is not kept. */
  private static String expiry(PairingOffer offer) {
    return offer.expiresAt().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Host and port as a URL has them: an IPv6 address stands in brackets (RFC 3986, 3.2.2). */
  private static String authority(PairingOffer offer) {
    String host = offer.host();
    String named = host.indexOf(':') >= 0 ? "[" + host.replace("%", "%25") + "]" : encoded(host);
    return named + ":" + offer.port();
  }

  private static StringBuilder append(StringBuilder link, String name, String value) {
    return link.append(name).append('=').append(encoded(value));
  }

  private static String encoded(String value) {
    // The encoder is one for forms, where a space is a plus; a fragment knows no such thing, and
    // lets a colon stand (RFC 3986, section 3.5), which keeps the code small.
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20").replace("%3A", ":");
  }
}
