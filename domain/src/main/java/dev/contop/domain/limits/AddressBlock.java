package dev.contop.domain.limits;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * All addresses that one customer of a network has for the asking, as one: an IPv4 address, or the
 * first 64 bits of an IPv6 address (RFC 6177, section 2). Link-local addresses share these bits
 * with the whole network, so each of them stands for itself.
 */
public record AddressBlock(String name) {

  private static final int GROUPS = 8;
  private static final int OF_THE_CUSTOMER = 4;

  /** The block of an address as text, without brackets, port or zone. */
  public static AddressBlock of(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    if (lower.indexOf(':') < 0 || lower.startsWith("fe80:")) {
      return new AddressBlock(lower);
    }
    List<String> groups = groups(lower);
    return groups.size() == GROUPS
        ? new AddressBlock(String.join(":", groups.subList(0, OF_THE_CUSTOMER)) + "::/64")
        : new AddressBlock(lower);
  }

  /** All groups of an IPv6 address, those behind {@code ::} written out. */
  private static List<String> groups(String address) {
    int gap = address.indexOf("::");
    if (gap < 0) {
      return parts(address);
    }
    List<String> groups = new ArrayList<>(parts(address.substring(0, gap)));
    List<String> tail = parts(address.substring(gap + 2));
    while (groups.size() + tail.size() < GROUPS) {
      groups.add("0");
    }
    groups.addAll(tail);
    return groups;
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    for (String part : text.split(":", -1)) {
      if (!part.isEmpty()) {
        parts.add(part.replaceFirst("^0+(?=.)", ""));
      }
    }
    return parts;
  }
}
