package dev.contop.application.screen;

import java.util.List;
import java.util.Locale;

/** The system that the host runs on, and what it tries by itself to show its desktop. */
public enum DesktopSystem {
  /** And whatever else shows its desktop by X11. */
  LINUX,
  MACOS,
  WINDOWS;

  /**
   * Recognizes a system by its name.
   *
   * @param name as Java's property {@code os.name} has it
   */
  public static DesktopSystem named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("windows")) {
      return WINDOWS;
    }
    return lower.startsWith("mac") || lower.startsWith("darwin") ? MACOS : LINUX;
  }

  /**
   * The kinds of screen that are tried when none is asked for, best first.
   *
   * <p>An X server on macOS or Windows, such as XQuartz, shows its own windows and not the desktop.
   * The library's capturer is used when asked for only: where it fails it may end the host, while
   * Robot says so.
   */
  public List<ScreenKind> screens() {
    return this == LINUX
        ? List.of(ScreenKind.X11, ScreenKind.VIRTUAL, ScreenKind.TEST_PATTERN)
        : List.of(ScreenKind.ROBOT, ScreenKind.TEST_PATTERN);
  }
}
