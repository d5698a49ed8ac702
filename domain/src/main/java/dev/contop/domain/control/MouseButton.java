package dev.contop.domain.control;

/** A button of the pointer. */
public enum MouseButton {
  LEFT,
  MIDDLE,
  RIGHT
}
