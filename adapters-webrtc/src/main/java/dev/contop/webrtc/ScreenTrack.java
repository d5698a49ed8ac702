package dev.contop.webrtc;

import dev.contop.application.screen.Frame;
import dev.contop.application.screen.ReadFrames;
import dev.contop.application.screen.WatchScreen;
import dev.contop.application.time.ReadTicks;
import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoFrameBuffer;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds the screen into a video source that all peers of a generation share (T70).
 *
 * <p>It watches the screen between {@link #start} and {@link #stop} only: without a phone nothing
 * is grabbed.
 */
final class ScreenTrack implements ReadFrames {

  private static final Logger LOG = LoggerFactory.getLogger(ScreenTrack.class);

  private final CustomVideoSource source;
  private final WatchScreen screen;
  private final int maxWidth;
  private final long offset;
  private final FrameConversion conversion = new FrameConversion();
  private boolean complained;
  private volatile Optional<WatchScreen.Watching> watching = Optional.empty();

  ScreenTrack(CustomVideoSource source, WatchScreen screen, int maxWidth, ReadTicks clock) {
    this.source = source;
    this.screen = screen;
    this.maxWidth = maxWidth;
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

  /** Asks for a picture at once. Any thread. */
  void refresh() {
    watching.ifPresent(WatchScreen.Watching::refresh);
  }

  @Override
  public void frame(Frame frame, long capturedNanos) {
    try {
      push(frame, capturedNanos);
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

  private void push(Frame frame, long capturedNanos) throws Exception {
    VideoFrameBuffer buffer = conversion.convert(frame, frame.size().fittedTo(maxWidth));
    try {
      source.pushFrame(new VideoFrame(buffer, capturedNanos + offset));
    } finally {
      buffer.release();
    }
  }
}
