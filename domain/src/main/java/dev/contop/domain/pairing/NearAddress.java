package dev.contop.domain.pairing;

import dev.contop.domain.network.IpAddress;

/**
 * Which addresses cannot be those of strangers out on the internet: loopback, private (RFC 1918),
 * link-local (RFC 3927, RFC 4291), unique local (RFC 4193) and shared (RFC 6598, of which Tailscale
 * gives out its addresses). An IPv4 address in an IPv6 one is what it is by itself.
 *
 * <p>Addresses that lead to others, as those of 6to4 and NAT64 do, are never near.
 */
final class NearAddress {

  private NearAddress() {}

  /** Whether {@code text} is such an address; a name, a zone or anything else is not. */
  static boolean isNear(String text) {
    return IpAddress.parse(text).map(IpAddress::unmapped).filter(NearAddress::isNear).isPresent();
  }

  private static boolean isNear(IpAddress address) {
    return address.isLoopback()
        || address.isShared()
        || (address.isV4() ? isLocalV4(address) : isLocalV6(address));
  }

  private static boolean isLocalV4(IpAddress address) {
    int first = address.number(0);
    int second = address.number(1);
    return first == 10
        || (first == 172 && second >= 16 && second < 32)
        || (first == 192 && second == 168)
        || (first == 169 && second == 254);
  }

  private static boolean isLocalV6(IpAddress address) {
    int first = address.number(0);
    return (first & 0xffc0) == 0xfe80 || (first & 0xfe00) == 0xfc00;
  }
}
