package dev.contop.webrtc;

import dev.contop.domain.media.VideoFigures;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes figures of one peer's samples. Several may ask, each at a pace of its own: what was
 * measured a moment ago is told again, so that none shortens the others' span.
 *
 * <p>Belongs to the peer's queue.
 */
final class SenderMeter {

  private static final long FRESH = Duration.ofMillis(400).toNanos();

  private final Supplier<VideoFigures.Times> times;
  private SenderSample before;
  private Optional<VideoFigures> told = Optional.empty();

  /**
   * @param begun what was counted when the peer began: nothing
   */
  SenderMeter(SenderSample begun, Supplier<VideoFigures.Times> times) {
    this.before = begun;
    this.times = times;
  }

  VideoFigures measure(SenderSample now) {
    Optional<VideoFigures> fresh = told.filter(unused -> now.at() - before.at() < FRESH);
    if (fresh.isPresent()) {
      return fresh.get();
    }
    VideoFigures figures = now.since(before, times.get());
    before = now;
    told = Optional.of(figures);
    return figures;
  }
}
