package dev.contop.os.x11;

/**
 * Where the pointer is and what is pressed.
 *
 * @param mask the state as core events carry it: modifiers, buttons, and the keyboard's group in
 *     bits 13 and 14 (X Keyboard Extension, section 2.2.2)
 */
public record XPointer(int x, int y, int mask) {

  private static final int LOCK = 1 << 1;
  private static final int FIRST_BUTTON = 1 << 8;

  /** Whether Caps Lock is on. */
  public boolean isCapsLocked() {
    return (mask & LOCK) != 0;
  }

  /** Which of the keyboard's layouts is on, from 0. */
  public int group() {
    return (mask >> 13) & 3;
  }

  /** Whether a button, 1 to 5, is pressed. */
  public boolean isPressed(int button) {
    return (mask & (FIRST_BUTTON << (button - 1))) != 0;
  }
}
