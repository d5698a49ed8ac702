package dev.contop.wire;

/** Hexadecimal digits in ASCII; {@link Character#digit} knows those of every script. */
final class Hex {

  private Hex() {}

  /** The value of the digit, or -1 if it is none. */
  static int digit(int c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }
}
