package dev.contop.webrtc;

import dev.contop.application.screen.Frame;
import dev.contop.application.time.MeanTime;
import dev.onvoid.webrtc.media.FourCC;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoBufferConverter;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Turns the colours of a frame into I420, some 1.3 ms of one core for all of 1920x1080.
 *
 * <p>The library knows no stride: a frame is converted from edge to edge, and rows with padding as
 * a wider picture.
 */
final class ColourConversion {

  /** Some rows of a frame; the memory is lent until others are asked for. */
  record Rows(NativeI420Buffer pixels, int top, int bottom) {

    boolean cover(int from, int to) {
      return top <= from && to <= bottom;
    }
  }

  private static final int BYTES_PER_PIXEL = 4;

  /** Rows come in so many, so that the same memory serves for a little more or less. */
  private static final int STEP = 32;

  private final MeanTime times = new MeanTime();
  private Optional<NativeI420Buffer> memory = Optional.empty();
  private Optional<Rows> converted = Optional.empty();

  /** How long it takes. Any thread. */
  MeanTime times() {
    return times;
  }

  /** What comes now is of another frame. */
  void begin() {
    converted = Optional.empty();
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

  /** All of a frame whose rows have no padding, in memory of its size. */
  void convert(Frame frame, NativeI420Buffer into) throws Exception {
    convert(frame.pixels(), into);
  }

  /**
   * Rows of a frame, with those around them; what was converted already is not converted again.
   *
   * @param from the first that is wanted
   * @param to the first that is not
   */
  Rows rows(Frame frame, int from, int to) throws Exception {
    Optional<Rows> there = converted.filter(rows -> rows.cover(from, to));
    if (there.isPresent()) {
      return there.get();
    }
    int top = from / STEP * STEP;
    int bottom = Math.min(frame.size().height(), (to + STEP - 1) / STEP * STEP);
    NativeI420Buffer pixels = memory(rowPixels(frame), bottom - top);
    converted = Optional.empty();
    int stride = frame.stride();
    convert(frame.pixels().slice(top * stride, (bottom - top) * stride), pixels);
    Rows rows = new Rows(pixels, top, bottom);
    converted = Optional.of(rows);
    return rows;
  }

  void dispose() {
    converted = Optional.empty();
    memory.ifPresent(NativeI420Buffer::release);
    memory = Optional.empty();
  }

  private void convert(ByteBuffer pixels, NativeI420Buffer into) throws Exception {
    long begun = System.nanoTime();
    // What X11 calls BGRX is libyuv's ARGB: both name a little-endian word from its top.
    VideoBufferConverter.convertToI420(pixels, into, FourCC.ARGB);
    times.add(System.nanoTime() - begun);
  }

  private NativeI420Buffer memory(int width, int height) {
    Optional<NativeI420Buffer> fitting =
        memory.filter(old -> old.getWidth() == width && old.getHeight() == height);
    if (fitting.isPresent()) {
      return fitting.get();
    }
    dispose();
    NativeI420Buffer fresh = NativeI420Buffer.allocate(width, height);
    memory = Optional.of(fresh);
    return fresh;
  }
}
