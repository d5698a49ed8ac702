package dev.contop.signaling;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The address of the other end of a connection as text: no port, no zone, and IPv4 always as IPv4
 * (RFC 4291, section 2.5.5.2).
 *
 * <p>Taken from the connection alone; a header that claims another is not believed.
 */
final class RemoteAddress {

  private static final String UNKNOWN = "unknown";
  private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

  private RemoteAddress() {}

  static String of(@Nullable InetSocketAddress end) {
    if (end == null || end.getAddress() == null) {
      return UNKNOWN;
    }
    return text(end.getAddress());
  }

  private static String text(InetAddress address) {
    if (!(address instanceof Inet6Address)) {
      return address.getHostAddress();
    }
    byte[] bytes = address.getAddress();
    try {
      return Arrays.equals(bytes, 0, MAPPED.length, MAPPED, 0, MAPPED.length)
          ? Inet4Address.getByAddress(Arrays.copyOfRange(bytes, MAPPED.length, 16)).getHostAddress()
          : InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException e) {
      return UNKNOWN;
    }
  }
}
