package dev.contop.application.screen;

import dev.contop.domain.media.ScreenSize;

/** Is told what happens to the screen that all watch, on the capture thread; only posts. */
public interface ObserveScreen {

  void resized(ScreenSize size);

  /** It cannot be read at present; reading is tried again by itself. */
  default void lost(String reason) {}

  /** It can be read again. */
  default void returned() {}
}
