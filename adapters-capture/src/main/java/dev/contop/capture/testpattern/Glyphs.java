package dev.contop.capture.testpattern;

/** The ten digits, colon and point, five dots wide and seven high. */
final class Glyphs {

  static final int WIDTH = 5;
  static final int HEIGHT = 7;

  /** Seven rows of five bits for each sign, the leftmost dot highest. */
  private static final int[][] ROWS = {
    {0b01110, 0b10001, 0b10011, 0b10101, 0b11001, 0b10001, 0b01110},
    {0b00100, 0b01100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110},
    {0b01110, 0b10001, 0b00001, 0b00110, 0b01000, 0b10000, 0b11111},
    {0b01110, 0b10001, 0b00001, 0b00110, 0b00001, 0b10001, 0b01110},
    {0b00010, 0b00110, 0b01010, 0b10010, 0b11111, 0b00010, 0b00010},
    {0b11111, 0b10000, 0b11110, 0b00001, 0b00001, 0b10001, 0b01110},
    {0b00110, 0b01000, 0b10000, 0b11110, 0b10001, 0b10001, 0b01110},
    {0b11111, 0b00001, 0b00010, 0b00100, 0b01000, 0b01000, 0b01000},
    {0b01110, 0b10001, 0b10001, 0b01110, 0b10001, 0b10001, 0b01110},
    {0b01110, 0b10001, 0b10001, 0b01111, 0b00001, 0b00010, 0b01100},
    {0b00000, 0b00100, 0b00100, 0b00000, 0b00100, 0b00100, 0b00000},
    {0b00000, 0b00000, 0b00000, 0b00000, 0b00000, 0b01100, 0b01100},
  };

  static final int COLON = 10;
  static final int POINT = 11;

  private Glyphs() {}

  /** Whether a sign, a digit by its value or one of the constants here, has a dot there. */
  static boolean isDot(int sign, int column, int row) {
    return (ROWS[sign][row] >> (WIDTH - 1 - column) & 1) != 0;
  }
}
