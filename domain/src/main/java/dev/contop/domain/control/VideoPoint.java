package dev.contop.domain.control;

import dev.contop.domain.media.ScreenSize;
import java.util.Optional;

/**
 * A place in the sent video, in its pixels, the origin at the top left (T61).
 *
 * @param of the size of the picture that it is a place of, if the phone says so: while the video
 *     changes its size, phones still see the old one
 */
public record VideoPoint(double x, double y, Optional<ScreenSize> of) {
  public VideoPoint(double x, double y) {
    this(x, y, Optional.empty());
  }
}
