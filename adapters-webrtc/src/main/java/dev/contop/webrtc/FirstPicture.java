package dev.contop.webrtc;

import dev.contop.application.time.Schedule;
import dev.contop.domain.media.BitrateLimits;
import dev.contop.domain.media.StartLimit;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Sees to it that a phone that has just connected gets a picture, even if nothing on the screen
 * moves: asks for one until the phone reports that it receives. That the encoder has had one is not
 * enough: what it makes before the phone has finished its handshake is lost, and nobody misses it.
 *
 * <p>On the way it tells when it is known that the link carries more than the start bitrate.
 * Belongs to the peer's queue.
 */
final class FirstPicture {

  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int TRIES = 40;

  private final ScreenTrack screen;
  private final Schedule schedule;
  private final Consumer<Runnable> post;
  private final Consumer<Consumer<VideoStatistics>> statistics;
  private final BitrateLimits limits;
  private final Runnable linkHeard;
  private StartLimit limit = StartLimit.ON;
  private int tries;

  /**
   * @param linkHeard called when the link is known to be ample, and when the phone has told what
   *     arrives or nothing more is done
   */
  FirstPicture(
      ScreenTrack screen,
      Schedule schedule,
      Consumer<Runnable> post,
      Consumer<Consumer<VideoStatistics>> statistics,
      BitrateLimits limits,
      Runnable linkHeard) {
    this.screen = screen;
    this.schedule = schedule;
    this.post = post;
    this.statistics = statistics;
    this.limits = limits;
    this.linkHeard = linkHeard;
  }

  void seek() {
    screen.refresh();
    if (tries++ < TRIES) {
      schedule.after(PAUSE, () -> post.accept(() -> statistics.accept(this::judge)));
    } else {
      linkHeard.run();
    }
  }

  private void judge(VideoStatistics now) {
    boolean limited = !limit.isOver();
    limit = limit.seen(VideoSending.ASSUMED, now.available(), limits);
    if (limited && limit.isOver()) {
      linkHeard.run();
    }
    if (now.framesEncoded() == 0 || !now.reported()) {
      seek();
    } else {
      linkHeard.run();
    }
  }
}
