package dev.contop.application.screen;

import dev.contop.domain.limits.Ticks;
import java.time.Duration;

/** Somebody who watches the screen. */
public interface ReadFrames {

  /**
   * A new frame is there. Called on the capture thread; the frame may not be kept.
   *
   * @param capturedNanos when it was grabbed, in the ticks of {@link
   *     dev.contop.application.time.ReadTicks}
   */
  void frame(Frame frame, long capturedNanos);

  /**
   * The picture of the last call is shown once more: nothing has changed since. Called as {@link
   * #frame} is, and the same for whom it makes no difference.
   *
   * @param shownNanos the time now
   */
  default void again(Frame frame, long shownNanos) {
    frame(frame, shownNanos);
  }

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

  /**
   * Whether this reader can make nothing better of the picture that is there by being shown it
   * again. Until all say so it is repeated quickly, for some seconds at most (T78). Called on the
   * capture thread; must not block.
   */
  default boolean isSharp() {
    return true;
  }
}
