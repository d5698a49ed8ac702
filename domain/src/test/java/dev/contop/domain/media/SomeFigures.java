package dev.contop.domain.media;

import java.util.Optional;
import java.util.OptionalDouble;

/** Figures of a video of which nothing but the rate is known. */
public final class SomeFigures {

  private SomeFigures() {}

  public static VideoFigures at(double framesPerSecond) {
    return new VideoFigures(
        framesPerSecond,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        new VideoFigures.Times(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
  }
}
