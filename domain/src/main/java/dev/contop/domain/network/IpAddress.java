package dev.contop.domain.network;

import java.util.Arrays;
import java.util.Optional;

/**
 * An address of IPv4, or of IPv6 (RFC 4291, section 2.2), without brackets, port or zone.
 * Immutable.
 */
public final class IpAddress {

  private static final int BYTES = 4;
  private static final int GROUPS = 8;
  private static final int MAPPED = 0xffff;

  /** Four bytes, or eight groups. */
  private final int[] numbers;

  private IpAddress(int[] numbers) {
    this.numbers = numbers;
  }

  /** The address that {@code text} says; nothing where it is a name or anything else. */
  public static Optional<IpAddress> parse(String text) {
    return v4(text).or(() -> v6(text)).map(IpAddress::new);
  }

  public boolean isV4() {
    return numbers.length == BYTES;
  }

  /** One of the four bytes of an IPv4 address, or of the eight groups of an IPv6 address. */
  public int number(int index) {
    return numbers[index];
  }

  /** The IPv4 address that this IPv6 address carries (RFC 4291, section 2.5.5.2), else itself. */
  public IpAddress unmapped() {
    if (isV4() || !isEmptyUpTo(5) || numbers[5] != MAPPED) {
      return this;
    }
    return new IpAddress(
        new int[] {numbers[6] >> 8, numbers[6] & 0xff, numbers[7] >> 8, numbers[7] & 0xff});
  }

  /** 127.0.0.0/8 and ::1. */
  public boolean isLoopback() {
    return isV4() ? numbers[0] == 127 : isEmptyUpTo(GROUPS - 1) && numbers[GROUPS - 1] == 1;
  }

  /** 100.64.0.0/10 (RFC 6598), of which Tailscale gives out its IPv4 addresses. */
  public boolean isShared() {
    return isV4() && numbers[0] == 100 && numbers[1] >= 64 && numbers[1] < 128;
  }

  private boolean isEmptyUpTo(int index) {
    return Arrays.stream(numbers, 0, index).allMatch(number -> number == 0);
  }

  private static Optional<int[]> v4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != BYTES) {
      return Optional.empty();
    }
    int[] bytes = new int[BYTES];
    for (int i = 0; i < BYTES; i++) {
      bytes[i] = number(parts[i], 10, 3);
      if (bytes[i] < 0 || bytes[i] > 255) {
        return Optional.empty();
      }
    }
    return Optional.of(bytes);
  }

  /** Eight groups, or fewer with one {@code ::}; the last two maybe as IPv4. */
  private static Optional<int[]> v6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text, true).filter(all -> all.length == GROUPS);
    }
    Optional<int[]> before = groups(text.substring(0, gap), false);
    Optional<int[]> after = groups(text.substring(gap + 2), true);
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

  /**
   * @param atEnd whether the address ends here, where an IPv4 address may stand
   */
  private static Optional<int[]> groups(String text, boolean atEnd) {
    if (text.isEmpty()) {
      return Optional.of(new int[0]);
    }
    String[] parts = text.split(":", -1);
    int[] groups = new int[parts.length + 1];
    int count = 0;
    for (int i = 0; i < parts.length; i++) {
      boolean last = atEnd && i == parts.length - 1;
      Optional<int[]> inner = last ? v4(parts[i]) : Optional.empty();
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
