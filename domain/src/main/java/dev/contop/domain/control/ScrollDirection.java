package dev.contop.domain.control;

/** Where the content under the pointer is asked to scroll. */
public enum ScrollDirection {
  UP,
  DOWN,
  LEFT,
  RIGHT
}
