package dev.contop.domain.pairing;

import java.util.Arrays;
import java.util.Optional;

/**
 * Which addresses cannot be those of strangers out on the internet: loopback, private (RFC 1918),
 * link-local (RFC 3927, RFC 4291), unique local (RFC 4193) and shared (RFC 6598, of which Tailscale
 * gives out its addresses). An IPv4 address in an IPv6 one (RFC 4291, section 2.5.5.2) is what it
 * is by itself.
 *
 * <p>Addresses that lead to others, as those of 6to4 and NAT64 do, are never near.
 */
final class NearAddress {

  private static final int GROUPS = 8;

  private NearAddress() {}

  /** Whether {@code text} is such an address; a name, a zone or anything else is not. */
  static boolean isNear(String text) {
    return v4(text)
        .map(NearAddress::isNearV4)
        .or(() -> v6(text).map(NearAddress::isNearV6))
        .orElse(false);
  }

  private static boolean isNearV4(int[] b) {
    return b[0] == 127
        || b[0] == 10
        || (b[0] == 172 && b[1] >= 16 && b[1] < 32)
        || (b[0] == 192 && b[1] == 168)
        || (b[0] == 169 && b[1] == 254)
        || (b[0] == 100 && b[1] >= 64 && b[1] < 128);
  }

  private static boolean isNearV6(int[] g) {
    boolean empty = Arrays.stream(g, 0, 5).allMatch(group -> group == 0);
    if (empty && g[5] == 0xffff) {
      return isNearV4(new int[] {g[6] >> 8, g[6] & 0xff, g[7] >> 8, g[7] & 0xff});
    }
    boolean loopback = empty && g[5] == 0 && g[6] == 0 && g[7] == 1;
    return loopback || (g[0] & 0xffc0) == 0xfe80 || (g[0] & 0xfe00) == 0xfc00;
  }

  private static Optional<int[]> v4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return Optional.empty();
    }
    int[] bytes = new int[4];
    for (int i = 0; i < 4; i++) {
      bytes[i] = number(parts[i], 10, 3);
      if (bytes[i] < 0 || bytes[i] > 255) {
        return Optional.empty();
      }
    }
    return Optional.of(bytes);
  }

  /** Eight groups, or fewer with one {@code ::}; the last two maybe as IPv4 (RFC 4291, 2.2). */
  private static Optional<int[]> v6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text).filter(all -> all.length == GROUPS);
    }
    Optional<int[]> before = groups(text.substring(0, gap));
    Optional<int[]> after = groups(text.substring(gap + 2));
    if (before.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    int[] head = before.get();
    int[] tail = after.get();
    if (head.length + tail.length >= GROUPS) {
      return Optional.empty();
    }
    int[] all = Arrays.copyOf(head, GROUPS);
    System.arraycopy(tail, 0, all, GROUPS - tail.length, tail.length);
    return Optional.of(all);
  }

  private static Optional<int[]> groups(String text) {
    if (text.isEmpty()) {
      return Optional.of(new int[0]);
    }
    String[] parts = text.split(":", -1);
    int[] groups = new int[parts.length + 1];
    int count = 0;
    for (int i = 0; i < parts.length; i++) {
      Optional<int[]> inner = i == parts.length - 1 ? v4(parts[i]) : Optional.empty();
      if (inner.isPresent()) {
        int[] b = inner.get();
        groups[count++] = b[0] << 8 | b[1];
        groups[count++] = b[2] << 8 | b[3];
        continue;
      }
      int group = number(parts[i], 16, 4);
      if (group < 0) {
        return Optional.empty();
      }
      groups[count++] = group;
    }
    return Optional.of(Arrays.copyOf(groups, count));
  }

  /** The number in ASCII digits; -1 when it is none or longer than {@code digits}. */
  private static int number(String text, int radix, int digits) {
    if (text.isEmpty() || text.length() > digits) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        return -1;
      }
      number = number * radix + digit;
    }
    return number;
  }
}
