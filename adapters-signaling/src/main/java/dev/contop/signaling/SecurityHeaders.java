package dev.contop.signaling;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.List;
import java.util.regex.Pattern;

/** Puts on every response what tells a browser to trust nothing but the page's own files. */
final class SecurityHeaders implements HttpHandler {

  private static final HttpString CONTENT_SECURITY_POLICY =
      new HttpString("Content-Security-Policy");
  private static final HttpString CONTENT_TYPE_OPTIONS = new HttpString("X-Content-Type-Options");
  private static final HttpString REFERRER_POLICY = new HttpString("Referrer-Policy");
  private static final HttpString FRAME_OPTIONS = new HttpString("X-Frame-Options");

  private static final HttpString RESOURCE_POLICY = new HttpString("Cross-Origin-Resource-Policy");
  private static final HttpString PERMISSIONS_POLICY = new HttpString("Permissions-Policy");

  /** The page shows a screen; it has no use for what the phone itself could show or tell. */
  private static final String FEATURES =
      String.join(
          ", ",
          "camera=()",
          "microphone=()",
          "geolocation=()",
          "display-capture=()",
          "payment=()",
          "usb=()",
          "serial=()",
          "bluetooth=()",
          "hid=()",
          "midi=()",
          "clipboard-read=(self)",
          "clipboard-write=(self)",
          "fullscreen=(self)");

  /** A name or address with a port, as a browser writes it (RFC 3986, section 3.2.2). */
  private static final Pattern AUTHORITY =
      Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");

  private final HttpHandler next;

  SecurityHeaders(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    HeaderMap headers = exchange.getResponseHeaders();
    headers.put(CONTENT_SECURITY_POLICY, policy(Values.of(exchange, Headers.HOST)));
    headers.put(CONTENT_TYPE_OPTIONS, "nosniff");
    headers.put(REFERRER_POLICY, "no-referrer");
    headers.put(FRAME_OPTIONS, "DENY");
    headers.put(RESOURCE_POLICY, "same-origin");
    headers.put(PERMISSIONS_POLICY, FEATURES);
    next.handleRequest(exchange);
  }

  private static String policy(List<String> hosts) {
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'" + sockets(hosts),
        "media-src 'self' blob: mediastream:",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'");
  }

  /** Older browsers do not take the page's own WebSocket for one of {@code 'self'}. */
  private static String sockets(List<String> hosts) {
    return hosts.size() == 1 && AUTHORITY.matcher(hosts.get(0)).matches()
        ? " ws://" + hosts.get(0) + " wss://" + hosts.get(0)
        : "";
  }
}
