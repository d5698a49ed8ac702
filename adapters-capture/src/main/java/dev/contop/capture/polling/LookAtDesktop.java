package dev.contop.capture.polling;

import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.domain.control.ScreenPoint;
import java.util.Optional;

/**
 * A desktop that can be looked at, and nothing more. Owned by the thread that opened it; each call
 * may block for some tens of milliseconds.
 */
public interface LookAtDesktop extends AutoCloseable {

  /**
   * Brings what is shown now, without a pointer of ours, into the memory that {@code into} lends;
   * asks for it once.
   *
   * @throws ScreenUnavailable when there is no picture, with the remedy in words
   */
  void look(LendMemory into) throws ScreenUnavailable;

  /**
   * Where the pointer has to be drawn, in pixels of the picture; nothing when it is elsewhere, or
   * in the picture already. Costs next to nothing.
   */
  Optional<ScreenPoint> pointer();

  @Override
  void close();
}
