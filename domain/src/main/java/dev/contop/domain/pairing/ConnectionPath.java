package dev.contop.domain.pairing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which way a phone's connection came (T8). */
public enum ConnectionPath {
  /** From the local network, or straight from the internet. */
  LAN,
  /** Through a Tailscale network. */
  TAILSCALE,
  /** Through a program on this machine, or one that forwards: a tunnel or a reverse proxy. */
  TUNNEL;

  private static final Pattern IPV4 =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.\\d{1,3}\\.\\d{1,3}");
  private static final Pattern IPV6_LOOPBACK = Pattern.compile("(0{1,4}:){7}0{0,3}1|::1");

  /** The network of Tailscale's IPv6 addresses, fd7a:115c:a1e0::/48. */
  private static final String TAILSCALE_IPV6 = "fd7a:115c:a1e0:";

  /** The name on the wire: {@code lan}, {@code tailscale} or {@code tunnel}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The path of that name on the wire, if there is one. */
  public static Optional<ConnectionPath> named(String wireName) {
    return Arrays.stream(values()).filter(path -> path.wireName().equals(wireName)).findFirst();
  }

  /**
   * The way that a connection came.
   *
   * @param address of its other end as text, without a port
   * @param forwarded whether its request says that somebody passed it on
   */
  public static ConnectionPath of(String address, boolean forwarded) {
    if (forwarded || isLoopback(address)) {
      return TUNNEL;
    }
    return isTailscale(address) ? TAILSCALE : LAN;
  }

  private static boolean isLoopback(String address) {
    return octet(address, 1) == 127 || IPV6_LOOPBACK.matcher(address).matches();
  }

  /** 100.64.0.0/10, of which Tailscale gives its addresses. */
  private static boolean isTailscale(String address) {
    return (octet(address, 1) == 100 && (octet(address, 2) & 0xC0) == 64)
        || address.toLowerCase(Locale.ROOT).startsWith(TAILSCALE_IPV6);
  }

  /** The first or second number of an IPv4 address; 0 when it is none. */
  private static int octet(String address, int which) {
    var parts = IPV4.matcher(address);
    return parts.matches() ? Integer.parseInt(parts.group(which)) : 0;
  }
}
