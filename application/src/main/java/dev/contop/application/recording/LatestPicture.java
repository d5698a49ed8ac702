package dev.contop.application.recording;

import dev.contop.application.screen.Frame;
import dev.contop.domain.media.ScreenSize;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The newest picture on its way from the capture thread to a recording: the newest wins, and the
 * capture thread never waits.
 *
 * <p>There are two buffers. While the recording reads one, the other is filled, and filled again;
 * an unchanged picture is noticed and not copied.
 */
final class LatestPicture {

  /**
   * A picture and when it was captured; the pixels are whoever's took it until they give it back.
   */
  record Taken(ByteBuffer pixels, int stride, ScreenSize size, long capturedNanos) {}

  private static final int NONE = -1;

  private final Taken[] slots = new Taken[2];

  // Guarded by this.
  private int newest = NONE;
  private int reading = NONE;
  private int filling = NONE;
  private boolean changed;

  /** Takes a copy of {@code frame} if it differs from the last; whether it did. Capture thread. */
  boolean offer(Frame frame, long capturedNanos) {
    int slot;
    synchronized (this) {
      if (newest != NONE && isSame(slots[newest], frame)) {
        return false;
      }
      // Never the one that is being read; of two that are free, the one that is not the newest.
      slot = newest == NONE ? 0 : 1 - newest;
      if (slot == reading) {
        slot = newest;
      }
      filling = slot;
    }
    copy(frame, slot, capturedNanos);
    synchronized (this) {
      filling = NONE;
      newest = slot;
      changed = true;
    }
    return true;
  }

  /** Whether there is a picture that was not taken yet. */
  synchronized boolean isChanged() {
    return changed;
  }

  /**
   * Lends the newest picture, taken before or not, until {@link #giveBack}; nothing when there is
   * none, or when a newer one is being put in its place just now.
   */
  synchronized Optional<Taken> take() {
    if (newest == NONE || filling == newest) {
      return Optional.empty();
    }
    reading = newest;
    changed = false;
    return Optional.of(slots[newest]);
  }

  /** When the newest was captured, or long ago. */
  synchronized long newestNanos() {
    return newest == NONE ? 0 : slots[newest].capturedNanos();
  }

  synchronized void giveBack() {
    reading = NONE;
  }

  private void copy(Frame frame, int slot, long capturedNanos) {
    int bytes = frame.stride() * frame.size().height();
    Taken before = slots[slot];
    ByteBuffer pixels =
        before != null && before.pixels().capacity() >= bytes
            ? before.pixels()
            : ByteBuffer.allocateDirect(bytes);
    pixels.clear();
    pixels.put(0, frame.pixels(), 0, bytes);
    slots[slot] = new Taken(pixels, frame.stride(), frame.size(), capturedNanos);
  }

  private static boolean isSame(Taken last, Frame frame) {
    int bytes = frame.stride() * frame.size().height();
    return last.stride() == frame.stride()
        && last.size().equals(frame.size())
        && last.pixels().slice(0, bytes).mismatch(frame.pixels().slice(0, bytes)) < 0;
  }
}
