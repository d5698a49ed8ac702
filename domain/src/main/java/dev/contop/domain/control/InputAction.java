package dev.contop.domain.control;

import java.util.List;

/** One thing to do with the desktop's pointer or keyboard, in screen pixels. */
public sealed interface InputAction {

  record MoveTo(ScreenPoint to) implements InputAction {}

  /** Whole screen pixels; the desktop clamps at its edges. */
  record MoveBy(int dx, int dy) implements InputAction {}

  record Press(MouseButton button) implements InputAction {}

  record Release(MouseButton button) implements InputAction {}

  /** Presses and releases {@code times} times. */
  record Click(MouseButton button, int times) implements InputAction {}

  record Scroll(ScrollDirection direction, int notches) implements InputAction {}

  /** Presses the keys in order and releases them in reverse, whatever happens in between. */
  record PressKeys(List<String> keys) implements InputAction {
    public PressKeys {
      keys = List.copyOf(keys);
    }
  }

  record TypeText(String text) implements InputAction {}
}
