package dev.contop.webrtc;

import dev.contop.application.time.ReadTicks;
import dev.contop.application.time.Schedule;
import dev.contop.domain.media.BitrateLimits;
import dev.contop.domain.media.VideoFigures;
import dev.contop.domain.media.VideoSettings;
import dev.contop.domain.media.View;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCStatsReport;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The video of one peer: its picture of the screen, how that is sent, and what is known of both.
 *
 * <p>Belongs to the peer's queue.
 */
final class PeerVideo {

  /** Looks at the native connection on the peer's queue, if it is still there. */
  interface Look {
    void at(Consumer<RTCPeerConnection> connection);
  }

  private final ScreenTrack screen;
  private final PeerPicture picture;
  private final VideoSending sending;
  private final SenderMeter meter;
  private final NativeEdge edge;
  private final Schedule schedule;
  private final ReadTicks clock;
  private final Consumer<Runnable> post;
  private final Look look;
  private Optional<FitWatch> fit = Optional.empty();

  /**
   * @param view what is shown at first
   */
  PeerVideo(
      Generation generation,
      View view,
      VideoSettings settings,
      NativeEdge edge,
      Schedule schedule,
      ReadTicks clock,
      Consumer<Runnable> post,
      Look look) {
    this.screen = generation.screen();
    this.picture = generation.picture();
    this.sending = new VideoSending(picture.track(), settings);
    this.meter = new SenderMeter(SenderSample.nothing(clock.now().nanos()), screen::times);
    this.edge = edge;
    this.schedule = schedule;
    this.clock = clock;
    this.post = post;
    this.look = look;
    picture.show(view);
  }

  VideoSending sending() {
    return sending;
  }

  void show(View wanted) {
    picture.show(wanted);
    // On a still screen no frame would come by itself.
    screen.refresh();
  }

  /**
   * The connection is there, for the first time or again. The picture is not fed before: what the
   * library has encoded by then it encodes again, as a second key frame, which costs as much as the
   * first and keeps all that follows waiting.
   */
  void connected() {
    if (!sending.isWanted()) {
      return;
    }
    screen.feed(picture);
    BitrateLimits limits = picture.host().bitrates();
    new FirstPicture(screen, schedule, post, this::statistics, limits, this::liftLimit).seek();
    if (fit.isEmpty()) {
      FitWatch watch = new FitWatch(picture, screen::refresh, schedule, post, this::sample);
      fit = Optional.of(watch);
      watch.begin();
      new SharpWatch(picture.sharpness(), screen::refresh, schedule, post, this::sharp).begin();
    }
  }

  /** What was measured since the last time. */
  void measure(Consumer<VideoFigures> told) {
    report(now -> told.accept(meter.measure(SenderSample.of(now, clock.now().nanos()))));
  }

  void statistics(Consumer<VideoStatistics> to) {
    report(now -> to.accept(VideoStatistics.of(now)));
  }

  /** No frame is pushed once this has returned. Blocks for a frame at most. */
  void leave() {
    screen.leave(picture);
  }

  /** Only when no sender holds the track any more. */
  void dispose() {
    picture.dispose();
  }

  private void sample(Consumer<FitSample> to) {
    report(now -> to.accept(FitSample.of(now, clock.now())));
  }

  private void sharp(Consumer<SharpSample> to) {
    report(now -> to.accept(SharpSample.of(now)));
  }

  private void report(Consumer<RTCStatsReport> to) {
    look.at(open -> open.getStats(edge.statistics(to)));
  }

  private void liftLimit() {
    look.at(sending::lift);
  }
}
