package dev.contop.os.network;

import dev.contop.application.pairing.FindAddress;
import dev.contop.domain.pairing.ConnectionPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The address of the interface that leads outward; a listener that is bound to one address is
 * reached there and nowhere else.
 */
public final class OutwardAddress implements FindAddress {

  /** An address that nobody has (RFC 5737): nothing is sent to it, only the route is looked up. */
  private static final String ELSEWHERE = "198.51.100.1";

  private static final int ANY_PORT = 9;

  private final String bind;

  public OutwardAddress(String bind) {
    this.bind = bind;
  }

  @Override
  public String host() {
    return boundAddress().or(OutwardAddress::routed).or(OutwardAddress::any).orElse("127.0.0.1");
  }

  @Override
  public Optional<String> tailscale() {
    return addresses().stream()
        .filter(OutwardAddress::isTailscale)
        .map(InetAddress::getHostAddress)
        .findFirst();
  }

  private Optional<String> boundAddress() {
    try {
      InetAddress bound = InetAddress.getByName(bind);
      return bound.isAnyLocalAddress() ? Optional.empty() : Optional.of(bind);
    } catch (IOException unknown) {
      return Optional.empty();
    }
  }

  private static Optional<String> routed() {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(ELSEWHERE, ANY_PORT));
      InetAddress from = socket.getLocalAddress();
      return isUseful(from) ? Optional.of(from.getHostAddress()) : Optional.empty();
    } catch (SocketException | UncheckedIOException noRoute) {
      return Optional.empty();
    }
  }

  private static Optional<String> any() {
    return addresses().stream()
        .filter(OutwardAddress::isUseful)
        .map(InetAddress::getHostAddress)
        .findFirst();
  }

  private static List<InetAddress> addresses() {
    try (Stream<NetworkInterface> all = NetworkInterface.networkInterfaces()) {
      return all.flatMap(NetworkInterface::inetAddresses)
          .filter(Inet4Address.class::isInstance)
          .toList();
    } catch (SocketException noInterfaces) {
      return List.of();
    }
  }

  private static boolean isUseful(InetAddress address) {
    return !address.isAnyLocalAddress() && !address.isLoopbackAddress();
  }

  private static boolean isTailscale(InetAddress address) {
    return ConnectionPath.of(address.getHostAddress(), false) == ConnectionPath.TAILSCALE;
  }
}
