package dev.contop.webrtc;

import dev.contop.application.screen.Frame;
import dev.contop.application.time.MeanTime;
import dev.contop.domain.media.ScreenArea;
import dev.contop.domain.media.ScreenSize;
import dev.onvoid.webrtc.media.FourCC;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoBufferConverter;
import dev.onvoid.webrtc.media.video.VideoFrameBuffer;
import java.nio.ByteBuffer;
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

  /** What rows of a frame the scratch holds. */
  private record Rows(int from, int height) {}

  private final MeanTime conversions = new MeanTime();
  private final MeanTime scalings = new MeanTime();
  private Optional<NativeI420Buffer> scratch = Optional.empty();
  private Optional<Rows> filled = Optional.empty();

  /** What comes now is of another frame. */
  void begin() {
    filled = Optional.empty();
  }

  /** All of a frame that is the only one. */
  VideoFrameBuffer convert(Frame frame, ScreenSize target) throws Exception {
    begin();
    return convert(frame, ScreenArea.whole(frame.size()), target);
  }

  /**
   * @param area of the frame, and on it
   * @return native memory with one reference, to be released by the caller
   * @throws IllegalArgumentException when the rows of the frame are not whole pixels
   */
  VideoFrameBuffer convert(Frame frame, ScreenArea area, ScreenSize target) throws Exception {
    ScreenSize size = area.size();
    if (frame.stride() % BYTES_PER_PIXEL != 0) {
      throw new IllegalArgumentException("A stride that is not of whole pixels: " + frame.stride());
    }
    // The library knows no stride: rows with padding are converted as a wider picture and cut.
    int rowPixels = frame.stride() / BYTES_PER_PIXEL;
    if (target.equals(size) && rowPixels == size.width()) {
      NativeI420Buffer whole = NativeI420Buffer.allocate(size.width(), size.height());
      try {
        fill(whole, rows(frame, area));
      } catch (Exception notConverted) {
        whole.release();
        throw notConverted;
      }
      return whole;
    }
    NativeI420Buffer rows = converted(frame, area, rowPixels);
    if (size.width() - target.width() <= 1 && size.height() - target.height() <= 1) {
      // An odd side loses its last pixel; scaling by so little would only blur.
      return cut(rows, area.x(), target);
    }
    long begun = System.nanoTime();
    VideoFrameBuffer scaled =
        rows.cropAndScale(
            area.x(), 0, size.width(), size.height(), target.width(), target.height());
    scalings.add(System.nanoTime() - begun);
    return scaled;
  }

  /** How long colours take. Any thread. */
  MeanTime conversions() {
    return conversions;
  }

  /** How long scaling takes, where it is needed. Any thread. */
  MeanTime scalings() {
    return scalings;
  }

  void dispose() {
    filled = Optional.empty();
    scratch.ifPresent(NativeI420Buffer::release);
    scratch = Optional.empty();
  }

  /** The rows of the area from edge to edge; those of the last call, if they are the same. */
  private NativeI420Buffer converted(Frame frame, ScreenArea area, int rowPixels) throws Exception {
    Rows wanted = new Rows(area.y(), area.size().height());
    NativeI420Buffer rows = scratch(rowPixels, wanted.height());
    if (filled.filter(wanted::equals).isEmpty()) {
      filled = Optional.empty();
      fill(rows, rows(frame, area));
      filled = Optional.of(wanted);
    }
    return rows;
  }

  private static ByteBuffer rows(Frame frame, ScreenArea area) {
    int height = area.size().height();
    return height == frame.size().height()
        ? frame.pixels()
        : frame.pixels().slice(area.y() * frame.stride(), height * frame.stride());
  }

  private void fill(NativeI420Buffer whole, ByteBuffer pixels) throws Exception {
    long begun = System.nanoTime();
    // What X11 calls BGRX is libyuv's ARGB: both name a little-endian word from its top.
    VideoBufferConverter.convertToI420(pixels, whole, FourCC.ARGB);
    conversions.add(System.nanoTime() - begun);
  }

  /** The library cuts without copying, and what it returns then is no native buffer: copy it. */
  private static VideoFrameBuffer cut(NativeI420Buffer whole, int x, ScreenSize target) {
    VideoFrameBuffer view =
        whole.cropAndScale(x, 0, target.width(), target.height(), target.width(), target.height());
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
