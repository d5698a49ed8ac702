package dev.contop.domain.pairing;

import dev.contop.domain.network.IpAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a connection comes from (T8).
 *
 * <p>A reverse proxy or a tunnel on this computer may say for whom it speaks. That is shown, and
 * decides nothing: whoever may connect, and how often, goes by the other end alone.
 *
 * @param address of the other end of the connection, without a port
 * @param behind the address that a program on this computer says it speaks for
 */
public record CameFrom(String address, Optional<String> behind) {

  /** An address as proxies write it: perhaps in brackets, perhaps with a port (RFC 7239, 6). */
  private static final Pattern NODE =
      Pattern.compile("\\[([0-9A-Fa-f:.]{2,45})](?::[0-9]{1,5})?|([0-9.]{7,15}):[0-9]{1,5}");

  /** From there, with nobody in between. */
  public static CameFrom straight(String address) {
    return new CameFrom(address, Optional.empty());
  }

  /**
   * From there, perhaps on behalf of somebody else.
   *
   * @param forwardedFor the last {@code X-Forwarded-For} header, which counts from this computer
   *     only, and of which the last entry alone is that program's own
   */
  public static CameFrom of(String address, Optional<String> forwardedFor) {
    boolean here = IpAddress.parse(address).filter(IpAddress::isLoopback).isPresent();
    return new CameFrom(address, here ? forwardedFor.flatMap(CameFrom::last) : Optional.empty());
  }

  /** The address that people are shown. */
  public String shown() {
    return behind.orElse(address);
  }

  /** The way that it came: what is passed on comes through a tunnel, wherever it began. */
  public ConnectionPath path() {
    return ConnectionPath.of(address, behind.isPresent());
  }

  private static Optional<String> last(String forwardedFor) {
    String entry = forwardedFor.substring(forwardedFor.lastIndexOf(',') + 1).strip();
    Matcher node = NODE.matcher(entry);
    if (node.matches()) {
      entry = node.group(1) == null ? node.group(2) : node.group(1);
    }
    return IpAddress.parse(entry).isPresent() ? Optional.of(entry) : Optional.empty();
  }
}
