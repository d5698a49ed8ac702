package dev.contop.domain.signaling;

import dev.contop.domain.network.IpAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The URLs of STUN and TURN servers (RFC 7064, RFC 7065). */
final class IceServerUrl {

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<scheme>stuns?|turns?):(?<host>\\[[0-9a-fA-F:.]+]|[^\\[\\]:?]+)(:(?<port>[0-9]{1,5}))?"
              + "(?<query>\\?transport=(udp|tcp))?");

  private static final Pattern NAME =
      Pattern.compile(
          "[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?(\\.[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?)*\\.?");

  private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");

  private static final int MAX_HOST = 253;

  private IceServerUrl() {}

  /** The same URL with its scheme in lower case, as the stacks want it. */
  static String normalized(String url) {
    int colon = url.indexOf(':');
    return colon < 0
        ? url
        : url.substring(0, colon).toLowerCase(Locale.ROOT) + url.substring(colon);
  }

  static boolean isTurn(String url) {
    return url.startsWith("turn");
  }

  /** Why {@code url} is none, in words. */
  static Optional<String> refusal(String url) {
    Matcher parts = SHAPE.matcher(url);
    if (!parts.matches()) {
      return Optional.of(
          "The URL of an ICE server is written stun:host[:port], stuns:host[:port],"
              + " turn:host[:port][?transport=udp|tcp] or turns:host[:port][?transport=udp|tcp].");
    }
    if (!isTurn(url) && parts.group("query") != null) {
      return Optional.of("The URL of a STUN server has no transport.");
    }
    if (!isHost(parts.group("host"))) {
      return Optional.of("The host in the URL of an ICE server is not a name or an address.");
    }
    String port = parts.group("port");
    if (port != null && !isPort(Integer.parseInt(port))) {
      return Optional.of("The port in the URL of an ICE server is not between 1 and 65535.");
    }
    return Optional.empty();
  }

  private static boolean isPort(int number) {
    return number >= 1 && number <= 65535;
  }

  private static boolean isHost(String host) {
    if (host.startsWith("[")) {
      return isAddress(host.substring(1, host.length() - 1), false);
    }
    if (NUMBERS.matcher(host).matches()) {
      return isAddress(host, true);
    }
    return host.length() <= MAX_HOST && NAME.matcher(host).matches();
  }

  private static boolean isAddress(String text, boolean v4) {
    return IpAddress.parse(text).filter(address -> address.isV4() == v4).isPresent();
  }
}
