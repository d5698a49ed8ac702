package dev.contop.wire;

import java.nio.charset.StandardCharsets;

/** The value of a number that already has the shape of JSON's grammar. */
final class Decimal {

  /** As many digits as every double holds exactly. */
  private static final int SHORT = 15;

  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private Decimal() {}

  /** The nearest double to the text between the two positions; infinite beyond all doubles. */
  static double parse(byte[] text, int from, int to) {
    if (to - from > SHORT) {
      return slowly(text, from, to);
    }
    boolean negative = text[from] == '-';
    long digits = 0;
    int point = to;
    for (int i = negative ? from + 1 : from; i < to; i++) {
      int b = text[i];
      if (b == '.') {
        point = i + 1;
      } else if (b >= '0' && b <= '9') {
        digits = digits * 10 + (b - '0');
      } else {
        return slowly(text, from, to);
      }
    }
    // Both operands are exact, so the one division rounds once, and correctly (Clinger).
    double value = digits / POWERS_OF_TEN[to - point];
    return negative ? -value : value;
  }

  private static double slowly(byte[] text, int from, int to) {
    return Double.parseDouble(new String(text, from, to - from, StandardCharsets.ISO_8859_1));
  }
}
