package dev.contop.webrtc;

import dev.contop.application.screen.Frame;
import dev.contop.application.time.MeanTime;
import dev.contop.domain.media.Damage;
import dev.contop.domain.media.ScreenArea;
import dev.onvoid.webrtc.media.FourCC;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoBufferConverter;
import java.nio.ByteBuffer;

/**
 * Turns the colours of a frame into I420, some 1.3 ms of one core for all of 1920x1080.
 *
 * <p>The library knows no stride: a frame is converted from edge to edge, and rows with padding as
 * a wider picture.
 */
final class ColourConversion {

  private static final int BYTES_PER_PIXEL = 4;

  private final MeanTime times = new MeanTime();

  /** How long it takes. Any thread. */
  MeanTime times() {
    return times;
  }

  /**
   * How many pixels a row of that frame has in memory.
   *
   * @throws IllegalArgumentException when the rows of the frame are not whole pixels
   */
  static int rowPixels(Frame frame) {
    if (frame.stride() % BYTES_PER_PIXEL != 0) {
      throw new IllegalArgumentException("A stride that is not of whole pixels: " + frame.stride());
    }
    return frame.stride() / BYTES_PER_PIXEL;
  }

  /**
   * Converts those rows of a frame in which something is stale.
   *
   * @param picture as wide as the frame's rows, and as high as the frame
   */
  void refresh(NativeI420Buffer picture, Frame frame, Damage stale) throws Exception {
    if (stale.isNone()) {
      return;
    }
    long begun = System.nanoTime();
    ScreenArea area = stale.area().get();
    int top = area.y() & ~1;
    int rows = Math.min(frame.size().height(), area.bottom() + 1 & ~1) - top;
    ByteBuffer pixels = frame.pixels().slice(top * frame.stride(), rows * frame.stride());
    if (rows == frame.size().height()) {
      convert(pixels, picture);
    } else {
      NativeI420Buffer patch = NativeI420Buffer.allocate(picture.getWidth(), rows);
      try {
        convert(pixels, patch);
        Patch.lay(patch, picture, 0, top);
      } finally {
        patch.release();
      }
    }
    times.add(System.nanoTime() - begun);
  }

  private static void convert(ByteBuffer pixels, NativeI420Buffer picture) throws Exception {
    // What X11 calls BGRX is libyuv's ARGB: both name a little-endian word from its top.
    VideoBufferConverter.convertToI420(pixels, picture, FourCC.ARGB);
  }
}
