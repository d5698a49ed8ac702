package dev.contop.signaling.qr;

/**
 * Draws a QR code as lines of text, two rows of modules a line.
 *
 * <p>A terminal cell is about twice as high as wide, so half blocks make square modules.
 */
public final class TerminalQr {

  // Colours of the fixed cube: unlike the first sixteen, no theme redefines them.
  private static final String BLACK_ON_WHITE = "\u001b[38;5;16;48;5;231m";
  private static final String RESET = "\u001b[0m";

  private TerminalQr() {}

  /** For a terminal: black on white whatever its theme is. */
  public static String coloured(QrCode code) {
    return draw(code, true, BLACK_ON_WHITE, RESET);
  }

  /**
   * For where escape sequences would show: blocks only, which are the light modules, as most
   * terminals are dark. On a light one the code appears inverted, which most phones read too.
   */
  public static String plain(QrCode code) {
    return draw(code, false, "", "");
  }

  private static String draw(QrCode code, boolean inkIsDark, String begin, String end) {
    int first = -QrCode.QUIET_ZONE;
    int last = code.size() + QrCode.QUIET_ZONE;
    StringBuilder text = new StringBuilder();
    for (int y = first; y < last; y += 2) {
      text.append(begin);
      for (int x = first; x < last; x++) {
        boolean upper = code.isDark(x, y) == inkIsDark;
        // The side is odd: half a line below the code is left over, and stays paper or light.
        boolean lower = code.isDark(x, y + 1) == inkIsDark;
        text.append(cell(upper, lower));
      }
      text.append(end).append('\n');
    }
    return text.toString();
  }

  private static char cell(boolean upper, boolean lower) {
    if (upper) {
      return lower ? '█' : '▀';
    }
    return lower ? '▄' : ' ';
  }
}
