package dev.contop.application.screen;

import dev.contop.domain.media.ScreenSize;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A reader that remembers what it saw. Any thread. */
final class RecordingReader implements ReadFrames {

  private final List<Long> times = new ArrayList<>();
  private final List<ScreenSize> sizes = new ArrayList<>();
  private final List<ByteBuffer> buffers = new ArrayList<>();
  private final List<String> reasons = new ArrayList<>();
  private int repetitions;
  private volatile boolean sharp;

  @Override
  public synchronized void frame(Frame frame, long capturedNanos) {
    times.add(capturedNanos);
    sizes.add(frame.size());
    buffers.add(frame.pixels());
  }

  @Override
  public synchronized void unavailable(String reason) {
    reasons.add(reason);
  }

  @Override
  public synchronized void again(Frame frame, long shownNanos) {
    repetitions++;
    frame(frame, shownNanos);
  }

  @Override
  public boolean isSharp() {
    return sharp;
  }

  /** Whether it gains nothing by seeing the same picture again from now on. */
  void sharp(boolean now) {
    sharp = now;
  }

  synchronized int repetitions() {
    return repetitions;
  }

  synchronized int frames() {
    return times.size();
  }

  synchronized List<Long> times() {
    return List.copyOf(times);
  }

  synchronized List<ScreenSize> sizes() {
    return List.copyOf(sizes);
  }

  synchronized List<ByteBuffer> buffers() {
    return List.copyOf(buffers);
  }

  synchronized List<String> reasons() {
    return List.copyOf(reasons);
  }
}
