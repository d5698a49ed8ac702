package dev.contop.webrtc;

import dev.contop.application.screen.Frame;
import dev.contop.domain.media.ScreenSize;
import dev.onvoid.webrtc.media.FourCC;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoBufferConverter;
import dev.onvoid.webrtc.media.video.VideoFrameBuffer;
import java.util.Optional;

/**
 * Turns frames of the screen into what the encoders take: I420 of the wanted size.
 *
 * <p>Belongs to the capture thread. The result is fresh native memory each time, since the encoder
 * may still read what it was given before; only the picture before scaling is used again. The
 * library scales I420 alone, so colours are converted first. For 1920x1080 the conversion takes
 * some 1.3 ms of one core; scaling takes 0.2 to 0.6 ms more to 1/2 and 3/4, and 2.3 to 3.5 ms to
 * other sizes.
 */
final class FrameConversion {

  private static final int BYTES_PER_PIXEL = 4;

  private Optional<NativeI420Buffer> scratch = Optional.empty();

  /**
   * @return native memory with one reference, to be released by the caller
   * @throws IllegalArgumentException when the rows of the frame are not whole pixels
   */
  VideoFrameBuffer convert(Frame frame, ScreenSize target) throws Exception {
    ScreenSize size = frame.size();
    if (frame.stride() % BYTES_PER_PIXEL != 0) {
      throw new IllegalArgumentException("A stride that is not of whole pixels: " + frame.stride());
    }
    // The library knows no stride: rows with padding are converted as a wider picture and cut.
    int rowPixels = frame.stride() / BYTES_PER_PIXEL;
    if (target.equals(size) && rowPixels == size.width()) {
      NativeI420Buffer whole = NativeI420Buffer.allocate(size.width(), size.height());
      return filled(whole, frame);
    }
    NativeI420Buffer whole = scratch(rowPixels, size.height());
    filled(whole, frame);
    if (size.width() - target.width() <= 1 && size.height() - target.height() <= 1) {
      // An odd side loses its last pixel; scaling by so little would only blur.
      return cut(whole, target);
    }
    return whole.cropAndScale(0, 0, size.width(), size.height(), target.width(), target.height());
  }

  void dispose() {
    scratch.ifPresent(NativeI420Buffer::release);
    scratch = Optional.empty();
  }

  private static NativeI420Buffer filled(NativeI420Buffer whole, Frame frame) throws Exception {
    try {
      // What X11 calls BGRX is libyuv's ARGB: both name a little-endian word from its top.
      VideoBufferConverter.convertToI420(frame.pixels(), whole, FourCC.ARGB);
      return whole;
    } catch (Exception notConverted) {
      whole.release();
      throw notConverted;
    }
  }

  /** The library cuts without copying, and what it returns then is no native buffer: copy it. */
  private static VideoFrameBuffer cut(NativeI420Buffer whole, ScreenSize target) {
    VideoFrameBuffer view =
        whole.cropAndScale(0, 0, target.width(), target.height(), target.width(), target.height());
    return ((NativeI420Buffer) view).copy();
  }

  private NativeI420Buffer scratch(int width, int height) {
    Optional<NativeI420Buffer> fitting =
        scratch.filter(old -> old.getWidth() == width && old.getHeight() == height);
    if (fitting.isPresent()) {
      return fitting.get();
    }
    dispose();
    NativeI420Buffer fresh = NativeI420Buffer.allocate(width, height);
    scratch = Optional.of(fresh);
    return fresh;
  }
}
