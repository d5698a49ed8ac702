package dev.contop.domain.limits;

import dev.contop.domain.network.IpAddress;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All addresses that one customer of a network has for the asking, as one: an IPv4 address, or the
 * first 64 bits of an IPv6 address (RFC 6177, section 2). Link-local addresses share these bits
 * with the whole network, so each of them stands for itself.
 */
public record AddressBlock(String name) {

  /** The groups of an IPv6 address that name a network. */
  private static final int OF_THE_CUSTOMER = 4;

  /** The block of an address as text, without brackets, port or zone. */
  public static AddressBlock of(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    if (lower.indexOf(':') < 0 || lower.startsWith("fe80:")) {
      return new AddressBlock(lower);
    }
    return IpAddress.parse(lower)
        .map(AddressBlock::ofTheCustomer)
        .orElseGet(() -> new AddressBlock(lower));
  }

  private static AddressBlock ofTheCustomer(IpAddress address) {
    return new AddressBlock(
        IntStream.range(0, OF_THE_CUSTOMER)
                .mapToObj(i -> Integer.toHexString(address.number(i)))
                .collect(Collectors.joining(":"))
            + "::/64");
  }
}
