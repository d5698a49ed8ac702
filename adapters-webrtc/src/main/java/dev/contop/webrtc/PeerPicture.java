package dev.contop.webrtc;

import dev.contop.application.screen.Entrance;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.media.FrameThinning;
import dev.contop.domain.media.PictureFit;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.media.VideoSettings;
import dev.contop.domain.media.View;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoFrameBuffer;
import dev.onvoid.webrtc.media.video.VideoTrack;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One peer's picture of the capture that all share: a source and a track of its own, so that it can
 * have another size, rate and part of the screen than others (T76, T77).
 *
 * <p>Frames are pushed on the capture thread; everything else belongs to the peer's queue.
 */
final class PeerPicture implements FitWatch.Picture {

  private final CustomVideoSource source;
  private final VideoTrack track;
  private final VideoSettings host;
  private final Entrance entrance = new Entrance();

  private volatile View view = View.USUAL;
  private volatile PictureFit fit = PictureFit.WHOLE;
  private final Sharpness sharpness = new Sharpness();
  private final AtomicReference<@Nullable Runnable> whenMoved = new AtomicReference<>();

  // Belong to the capture thread.
  private View thinnedFor;
  private FrameThinning thinning;
  private boolean unseen = true;

  PeerPicture(PeerConnectionFactory factory, VideoSettings host) {
    this.source = new CustomVideoSource();
    this.track = factory.createVideoTrack("screen", source);
    this.host = host;
    this.thinnedFor = view;
    this.thinning = thinning(view);
  }

  VideoTrack track() {
    return track;
  }

  /** What is shown from the next frame on. */
  void show(View wanted) {
    view = wanted;
    sharpness.changed();
  }

  @Override
  public void reduce(PictureFit toLink) {
    fit = toLink;
    sharpness.changed();
  }

  @Override
  public void whenMoved(Runnable told) {
    whenMoved.set(told);
  }

  Sharpness sharpness() {
    return sharpness;
  }

  View view() {
    return view;
  }

  VideoSettings host() {
    return host;
  }

  /** Something has changed, whether or not the frame is for this peer; the capture thread only. */
  void changed() {
    unseen = true;
    sharpness.changed();
  }

  /** Whether the frame of then is for this peer; the capture thread only. */
  boolean takes(Ticks grabbed) {
    View now = view;
    if (!now.equals(thinnedFor)) {
      thinnedFor = now;
      thinning = thinning(now);
    }
    boolean taken = thinning.takes(grabbed);
    thinning = taken ? thinning : thinning.passedOver();
    return taken;
  }

  /** From when on it wants the picture that is there; the capture thread only. */
  Ticks awaits() {
    return thinning.awaits();
  }

  /** The shortest time between two of its frames. */
  Duration interval() {
    return view.interval(host);
  }

  /** The size in which it shows a screen of that size. */
  ScreenSize sizeFor(ScreenSize screen) {
    ScreenSize full = view.sent(screen, host);
    return full.fittedTo(fit.width(full.width()));
  }

  /** Hands over a frame, unless the peer has left; the capture thread only. */
  void push(VideoFrameBuffer buffer, Ticks grabbed, long timestamp) {
    if (!entrance.enter()) {
      return;
    }
    try {
      thinning = thinning.taken(grabbed);
      source.pushFrame(new VideoFrame(buffer, timestamp));
      tellSent();
    } finally {
      entrance.leave();
    }
  }

  private void tellSent() {
    if (!unseen) {
      sharpness.repeated();
      return;
    }
    unseen = false;
    Runnable told = whenMoved.getAndSet(null);
    if (told != null) {
      told.run();
    }
  }

  /** No frame is pushed once this has returned. Blocks for a frame at most. */
  void leave() {
    entrance.shut();
  }

  /** Only when no sender holds the track any more. */
  void dispose() {
    Disposing.quietly(track::dispose);
    Disposing.quietly(source::dispose);
  }

  private FrameThinning thinning(View wanted) {
    return FrameThinning.to(wanted.interval(host), host.frameInterval());
  }
}
