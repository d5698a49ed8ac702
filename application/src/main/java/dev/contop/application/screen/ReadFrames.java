package dev.contop.application.screen;

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
}
