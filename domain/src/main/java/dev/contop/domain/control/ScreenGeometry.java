package dev.contop.domain.control;

import dev.contop.domain.media.ScreenArea;
import dev.contop.domain.media.ScreenSize;

/**
 * How the sent video lies over the captured screen.
 *
 * @param shown the part of the screen that is in the video
 * @param sent the size of the video
 */
public record ScreenGeometry(ScreenArea shown, ScreenSize sent) {

  /** All of a screen of that size. */
  public ScreenGeometry(ScreenSize captured, ScreenSize sent) {
    this(ScreenArea.whole(captured), sent);
  }

  /** The screen pixel under a place of the video, clamped to what is shown (T62). */
  public ScreenPoint locate(VideoPoint point) {
    ScreenSize of = point.of().orElse(sent);
    return new ScreenPoint(
        shown.x() + scale(point.x(), shown.size().width(), of.width()),
        shown.y() + scale(point.y(), shown.size().height(), of.height()));
  }

  private static int scale(double at, int captured, int sent) {
    // The middle of a video pixel is the middle of the screen pixels that it shows.
    double there = (at + 0.5) * captured / sent - 0.5;
    return (int) Math.max(0, Math.min(captured - 1, Math.round(there)));
  }
}
