package dev.contop.os.x11;

/** The numbers by which X names what keys mean (X11 protocol, appendix A). */
public final class Keysyms {

  public static final int BACKSPACE = 0xff08;
  public static final int TAB = 0xff09;
  public static final int RETURN = 0xff0d;
  public static final int ESCAPE = 0xff1b;
  public static final int HOME = 0xff50;
  public static final int LEFT = 0xff51;
  public static final int UP = 0xff52;
  public static final int RIGHT = 0xff53;
  public static final int DOWN = 0xff54;
  public static final int PAGE_UP = 0xff55;
  public static final int PAGE_DOWN = 0xff56;
  public static final int END = 0xff57;
  public static final int PRINT = 0xff61;
  public static final int INSERT = 0xff63;
  public static final int MENU = 0xff67;
  public static final int F1 = 0xffbe;
  public static final int SHIFT = 0xffe1;
  public static final int CONTROL = 0xffe3;
  public static final int CAPS_LOCK = 0xffe5;
  public static final int ALT = 0xffe9;
  public static final int SUPER = 0xffeb;
  public static final int DELETE = 0xffff;

  private static final int UNICODE = 0x0100_0000;
  private static final int FUNCTION = 0xff00;

  private Keysyms() {}

  /** The keysym of a character that is not a control character: Latin-1 as it is, else by rule. */
  public static int ofCharacter(int codePoint) {
    boolean latin =
        (codePoint >= 0x20 && codePoint <= 0x7e) || (codePoint >= 0xa0 && codePoint <= 0xff);
    return latin ? codePoint : UNICODE + codePoint;
  }

  /** Whether it names a key such as Return or F1, and not a character. */
  static boolean isSameInAllLayouts(int keysym) {
    return keysym >= FUNCTION && keysym < UNICODE;
  }
}
