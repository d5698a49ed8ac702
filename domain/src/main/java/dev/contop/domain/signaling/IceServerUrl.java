package dev.contop.domain.signaling;

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
      return isV6(host.substring(1, host.length() - 1));
    }
    if (NUMBERS.matcher(host).matches()) {
      return isV4(host);
    }
    return host.length() <= MAX_HOST && NAME.matcher(host).matches();
  }

  private static boolean isV4(String address) {
    String[] bytes = address.split("\\.", -1);
    if (bytes.length != 4) {
      return false;
    }
    for (String one : bytes) {
      if (one.isEmpty() || one.length() > 3 || Integer.parseInt(one) > 255) {
        return false;
      }
    }
    return true;
  }

  /** RFC 4291, section 2.2: eight groups, or fewer with one {@code ::}, the last two maybe IPv4. */
  private static boolean isV6(String address) {
    String groups = address;
    int lastColon = address.lastIndexOf(':');
    if (address.indexOf('.') >= 0) {
      if (lastColon < 0 || !isV4(address.substring(lastColon + 1))) {
        return false;
      }
      groups = address.substring(0, lastColon + 1) + "0:0";
    }
    int gap = groups.indexOf("::");
    if (gap < 0) {
      return countV6(groups) == 8;
    }
    int before = countV6(groups.substring(0, gap));
    int after = countV6(groups.substring(gap + 2));
    return before >= 0 && after >= 0 && before + after <= 7;
  }

  /** How many groups there are; -1 when one of them is none. */
  private static int countV6(String groups) {
    if (groups.isEmpty()) {
      return 0;
    }
    String[] all = groups.split(":", -1);
    for (String one : all) {
      if (one.isEmpty() || one.length() > 4 || one.indexOf('.') >= 0) {
        return -1;
      }
    }
    return all.length;
  }
}
