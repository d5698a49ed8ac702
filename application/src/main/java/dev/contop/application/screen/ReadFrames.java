package dev.contop.application.screen;

import dev.contop.domain.limits.Ticks;
import java.time.Duration;

/** Somebody who watches the screen. */
public interface ReadFrames {

  /**
   * A frame, new or repeated, is there. Called on the capture thread; the frame may not be kept.
   *
   * @param capturedNanos when it was grabbed, in the ticks of {@link
   *     dev.contop.application.time.ReadTicks}
   */
  void frame(Frame frame, long capturedNanos);

  /** The screen cannot be read at present; reading is tried again by itself. */
  void unavailable(String reason);

  /**
   * The shortest time between two frames that this reader has a use for: the screen is grabbed no
   * more often than the most eager reader wants. Zero stands for as many as there are. Called on
   * the capture thread; must not block.
   */
  default Duration interval() {
    return Duration.ZERO;
  }

  /**
   * From when on this reader wants the picture that is there, having passed over one; never, if it
   * has what it wants. It gets it then although nothing changes. Called on the capture thread; must
   * not block.
   */
  default Ticks awaits() {
    return Ticks.NEVER;
  }
}
