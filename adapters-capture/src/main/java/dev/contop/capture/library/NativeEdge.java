package dev.contop.capture.library;

import dev.contop.capture.polling.LendMemory;
import dev.contop.domain.media.ScreenSize;
import dev.onvoid.webrtc.media.FourCC;
import dev.onvoid.webrtc.media.video.VideoBufferConverter;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.desktop.DesktopCaptureCallback;
import dev.onvoid.webrtc.media.video.desktop.DesktopCapturer;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a picture from the library while it is lent: the library writes the next one into the same
 * memory. What is thrown here would end the process.
 *
 * <p>The picture is not released, since it stays the library's; it tells of failed captures by not
 * calling at all.
 */
final class NativeEdge implements DesktopCaptureCallback {

  private static final Logger LOG = LoggerFactory.getLogger(NativeEdge.class);

  private Optional<LendMemory> wanted = Optional.empty();
  private boolean taken;

  /** The next picture goes there. */
  void expect(LendMemory into) {
    wanted = Optional.of(into);
    taken = false;
  }

  /** Whether a picture came; none is taken any more. */
  boolean taken() {
    wanted = Optional.empty();
    return taken;
  }

  @Override
  public void onCaptureResult(DesktopCapturer.Result result, VideoFrame frame) {
    try {
      if (result == DesktopCapturer.Result.SUCCESS && wanted.isPresent()) {
        ScreenSize size = new ScreenSize(frame.buffer.getWidth(), frame.buffer.getHeight());
        // What is blue, green, red and unused in memory is libyuv's ARGB: a little-endian word.
        VideoBufferConverter.convertFromI420(frame.buffer, wanted.get().of(size), FourCC.ARGB);
        taken = true;
      }
    } catch (Throwable thrown) {
      LOG.warn("A picture of the library's capturer was lost", thrown);
    }
  }
}
