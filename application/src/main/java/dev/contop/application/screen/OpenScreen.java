package dev.contop.application.screen;

/** Opens the desktop's screen for reading. */
public interface OpenScreen {

  /**
   * Opens the screen; the caller's thread owns it from then on. May block for some milliseconds.
   *
   * @throws ScreenUnavailable when there is no such screen, with the remedy in words
   */
  Screen open() throws ScreenUnavailable;
}
