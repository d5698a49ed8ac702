package dev.contop.application.input;

import dev.contop.domain.control.MouseButton;
import dev.contop.domain.control.ScreenPoint;
import java.util.List;
import java.util.Set;

/** What an application on the desktop sees of the input that is injected. */
public interface DesktopProbe {

  ScreenPoint pointer();

  /** The buttons that are down now. */
  Set<MouseButton> pressed();

  /**
   * What came since the last call: {@code "left down"}, {@code "scroll up"} (once a notch), {@code
   * "ctrl down"}, {@code "a up"}. Waits for as many as {@code expected}, some seconds at most.
   */
  List<String> events(int expected);
}
