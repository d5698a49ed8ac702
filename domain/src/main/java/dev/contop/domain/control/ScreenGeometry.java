package dev.contop.domain.control;

import dev.contop.domain.media.ScreenSize;

/** How the sent video lies over the captured screen. */
public record ScreenGeometry(ScreenSize captured, ScreenSize sent) {

  /** The screen pixel under a place of the video, clamped to the screen (T62). */
  public ScreenPoint locate(VideoPoint point) {
    return new ScreenPoint(
        scale(point.x(), captured.width(), sent.width()),
        scale(point.y(), captured.height(), sent.height()));
  }

  private static int scale(double at, int captured, int sent) {
    // The middle of a video pixel is the middle of the screen pixels that it shows.
    double there = (at + 0.5) * captured / sent - 0.5;
    return (int) Math.max(0, Math.min(captured - 1, Math.round(there)));
  }
}
