package dev.contop.webrtc;

import dev.contop.application.time.Schedule;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Sees to it that a phone that has just connected gets a picture, even if nothing on the screen
 * moves: asks for one until the phone reports that it receives. That the encoder has had one is not
 * enough: what it makes before the phone has finished its handshake is lost, and nobody misses it.
 *
 * <p>On the way it tells when it is known what the link carries. Belongs to the peer's queue.
 */
final class FirstPicture {

  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int TRIES = 40;

  private final ScreenTrack screen;
  private final Schedule schedule;
  private final Consumer<Runnable> post;
  private final Consumer<Consumer<VideoStatistics>> statistics;
  private final Runnable linkHeard;
  private int tries;

  /**
   * @param linkHeard called once, when the phone has told what arrives or nothing more is done
   */
  FirstPicture(
      ScreenTrack screen,
      Schedule schedule,
      Consumer<Runnable> post,
      Consumer<Consumer<VideoStatistics>> statistics,
      Runnable linkHeard) {
    this.screen = screen;
    this.schedule = schedule;
    this.post = post;
    this.statistics = statistics;
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
    if (now.framesEncoded() == 0 || !now.reported()) {
      seek();
    } else {
      linkHeard.run();
    }
  }
}
