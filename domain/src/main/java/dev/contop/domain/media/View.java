package dev.contop.domain.media;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one phone wants to see of the screen, and how: within what the host is set to, and whatever
 * others who watch the same capture want (T76, T77).
 *
 * @param maxWidth the greatest width of its video; the host's own if there is none
 * @param maxFps the greatest rate of its video in frames/s; the host's own if there is none
 * @param area the part of the screen; all of it if there is none, or if that is not there any more
 */
public record View(OptionalInt maxWidth, OptionalInt maxFps, Optional<ScreenArea> area) {

  /** All of the screen, as the host is set to. */
  public static final View USUAL =
      new View(OptionalInt.empty(), OptionalInt.empty(), Optional.empty());

  /** The narrowest video that may be asked for. */
  public static final int NARROWEST = 64;

  /** With what is asked for now; what is left out stays as it is. */
  public View with(OptionalInt newWidth, OptionalInt newFps) {
    return new View(
        newWidth.isPresent() ? newWidth : maxWidth, newFps.isPresent() ? newFps : maxFps, area);
  }

  public View of(Optional<ScreenArea> part) {
    return new View(maxWidth, maxFps, part);
  }

  /** The part that is shown of a screen of that size. */
  public ScreenArea shown(ScreenSize screen) {
    return ScreenArea.shown(area, screen);
  }

  /** The size in which that is sent. */
  public ScreenSize sent(ScreenSize screen, VideoSettings host) {
    return shown(screen).size().fittedTo(width(host));
  }

  public int width(VideoSettings host) {
    return Math.min(maxWidth.orElse(host.maxWidth()), host.maxWidth());
  }

  public int fps(VideoSettings host) {
    return Math.min(maxFps.orElse(host.maxFps()), host.maxFps());
  }

  /** The shortest time between two frames of the video. */
  public Duration interval(VideoSettings host) {
    return Duration.ofSeconds(1).dividedBy(fps(host));
  }
}
