package dev.contop.application.screen;

/** The kinds of screen that there are. */
public enum ScreenKind {
  /** The desktop that a person sits at. */
  X11("x11"),
  /** That desktop, read by Java itself: slowly, but on every system. */
  ROBOT("robot"),
  /** That desktop, read by the WebRTC library: on Windows and macOS. */
  LIBRARY("library"),
  /** A desktop of our own, for a machine without a monitor. */
  VIRTUAL("virtual"),
  /** No desktop, only a picture. */
  TEST_PATTERN("test-pattern");

  private final String optionName;

  ScreenKind(String optionName) {
    this.optionName = optionName;
  }

  /** As it is written on the command line. */
  public String optionName() {
    return optionName;
  }
}
