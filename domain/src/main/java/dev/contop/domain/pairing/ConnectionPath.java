package dev.contop.domain.pairing;

import dev.contop.domain.network.IpAddress;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which way a phone's connection came (T8). */
public enum ConnectionPath {
  /** From the local network, or straight from the internet. */
  LAN,
  /** Through a Tailscale network. */
  TAILSCALE,
  /** Through a program on this machine, or one that forwards: a tunnel or a reverse proxy. */
  TUNNEL;

  /** The network of Tailscale's IPv6 addresses, fd7a:115c:a1e0::/48. */
  private static final int[] TAILSCALE_IPV6 = {0xfd7a, 0x115c, 0xa1e0};

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
    Optional<IpAddress> from = IpAddress.parse(address);
    if (forwarded || from.filter(IpAddress::isLoopback).isPresent()) {
      return TUNNEL;
    }
    return from.filter(ConnectionPath::isTailscale).isPresent() ? TAILSCALE : LAN;
  }

  private static boolean isTailscale(IpAddress address) {
    return address.isV4()
        ? address.isShared()
        : IntStream.range(0, TAILSCALE_IPV6.length)
            .allMatch(i -> address.number(i) == TAILSCALE_IPV6[i]);
  }
}
