package dev.contop.webrtc;

import dev.contop.application.screen.Frame;
import dev.contop.application.screen.ReadFrames;
import dev.contop.application.screen.WatchScreen;
import dev.contop.application.time.ReadTicks;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.media.ScreenArea;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.media.VideoFigures;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds the screen to the pictures of all peers of a generation (T70). What several want alike is
 * converted once.
 *
 * <p>It watches the screen between {@link #start} and {@link #stop} only: without a phone nothing
 * is grabbed.
 */
final class ScreenTrack implements ReadFrames {

  private static final Logger LOG = LoggerFactory.getLogger(ScreenTrack.class);

  /**
   * The rate while somebody is expected and nobody is there: a peer that comes asks for a frame.
   */
  private static final Duration UNSEEN = Duration.ofSeconds(1);

  private final WatchScreen screen;
  private final long offset;
  private final CopyOnWriteArrayList<PeerPicture> pictures = new CopyOnWriteArrayList<>();
  private final FrameConversion conversion = new FrameConversion();
  private boolean complained;
  private volatile Optional<WatchScreen.Watching> watching = Optional.empty();

  ScreenTrack(WatchScreen screen, ReadTicks clock) {
    this.screen = screen;
    // The library compares with the system's monotonic clock, our ticks begin with the process.
    this.offset = System.nanoTime() - clock.now().nanos();
  }

  void start() {
    if (watching.isEmpty()) {
      watching = Optional.of(screen.watch(this));
    }
  }

  /** No frame is pushed once this has returned. */
  void stop() {
    watching.ifPresent(WatchScreen.Watching::close);
    watching = Optional.empty();
    conversion.dispose();
  }

  /** How long a frame takes up to the encoder. Any thread. */
  VideoFigures.Times times() {
    return new VideoFigures.Times(
        screen.grabTime(),
        conversion.conversions().mean(),
        conversion.scalings().mean(),
        Optional.empty());
  }

  /** From now on {@code picture} gets its frames, the first at once. Again is without effect. */
  void feed(PeerPicture picture) {
    pictures.addIfAbsent(picture);
    refresh();
  }

  /** {@code picture} gets no frame once this has returned. */
  void leave(PeerPicture picture) {
    pictures.remove(picture);
    picture.leave();
  }

  /** Asks for a picture at once. Any thread. */
  void refresh() {
    watching.ifPresent(WatchScreen.Watching::refresh);
  }

  @Override
  public void frame(Frame frame, long capturedNanos) {
    pictures.forEach(PeerPicture::changed);
    show(frame, capturedNanos);
  }

  @Override
  public void again(Frame frame, long shownNanos) {
    show(frame, shownNanos);
  }

  private void show(Frame frame, long shownNanos) {
    try {
      push(frame, shownNanos);
      complained = false;
    } catch (Throwable notPushed) {
      // The capture thread serves others too, and the next frame may be better.
      if (!complained) {
        LOG.error("A frame could not be sent: {}", notPushed.toString());
        complained = true;
      }
    }
  }

  @Override
  public void unavailable(String reason) {
    // The picture stands still until frames come again; the capture has logged why.
  }

  @Override
  public Duration interval() {
    return pictures.stream()
        .map(PeerPicture::interval)
        .min(Comparator.naturalOrder())
        .orElse(UNSEEN);
  }

  @Override
  public Ticks awaits() {
    return pictures.stream()
        .map(PeerPicture::awaits)
        .min(Comparator.naturalOrder())
        .orElse(Ticks.NEVER);
  }

  @Override
  public boolean isSharp() {
    return pictures.stream().allMatch(picture -> picture.sharpness().isSharp());
  }

  private void push(Frame frame, long capturedNanos) throws Exception {
    Ticks grabbed = new Ticks(capturedNanos);
    conversion.begin(frame);
    for (PeerPicture picture : pictures) {
      if (picture.takes(grabbed)) {
        ScreenArea area = picture.view().shown(frame.size());
        ScreenSize size = picture.sizeFor(frame.size());
        picture.push(conversion.convert(frame, area, size), grabbed, capturedNanos + offset);
      }
    }
  }
}
