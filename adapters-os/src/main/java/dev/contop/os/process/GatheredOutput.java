package dev.contop.os.process;

import dev.contop.domain.execution.OutputStreamKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The output of one command between the threads that read it and the one that passes it on.
 *
 * <p>Holds at most a few pieces: readers wait when it is full. Keeps the order in which the two
 * streams were read, and stops taking text in at the limit. The threads that wait here belong to
 * this package alone, and nobody interrupts them.
 */
final class GatheredOutput {

  /** Characters that one piece passed on holds at most. */
  static final int PIECE = 16 * 1024;

  private static final int FULL = 4 * PIECE;
  private static final long GATHER = TimeUnit.MILLISECONDS.toNanos(20);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  private final List<Part> parts = new ArrayList<>();
  private int held;
  private int room;
  private boolean truncated;
  private boolean abandoned;
  private int openStreams = OutputStreamKind.values().length;
  private boolean endingAsked;
  private long lastTaken = System.nanoTime() - GATHER;

  /** Some text of one stream. */
  record Piece(OutputStreamKind stream, String text) {}

  private record Part(OutputStreamKind stream, StringBuilder text) {}

  GatheredOutput(int limit) {
    this.room = limit;
  }

  /**
   * Takes in {@code text}, as far as the limit goes; waits while full. False: no more is wanted.
   */
  boolean append(OutputStreamKind stream, CharSequence text) {
    lock.lock();
    try {
      while (held >= FULL && !abandoned) {
        changed.awaitUninterruptibly();
      }
      if (abandoned) {
        return false;
      }
      int taken = TextCut.before(text, Math.min(room, text.length()));
      if (taken < text.length()) {
        truncated = true;
        room = 0;
      } else {
        room -= taken;
      }
      if (taken > 0) {
        partOf(stream).append(text, 0, taken);
        held += taken;
        changed.signalAll();
      }
      return !truncated;
    } finally {
      lock.unlock();
    }
  }

  private StringBuilder partOf(OutputStreamKind stream) {
    if (parts.isEmpty() || parts.get(parts.size() - 1).stream() != stream) {
      parts.add(new Part(stream, new StringBuilder()));
    }
    return parts.get(parts.size() - 1).text();
  }

  /** One of the streams is at its end. */
  void streamEnded() {
    lock.lock();
    try {
      openStreams--;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The shell has exited, or is to be ended: whoever waits in {@link #take} returns. */
  void askEnding() {
    lock.lock();
    try {
      endingAsked = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean isEndingAsked() {
    lock.lock();
    try {
      return endingAsked;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until a piece is due or the ending is asked for, and takes what there is. */
  List<Piece> take() {
    lock.lock();
    try {
      while (!endingAsked && held < PIECE) {
        if (held == 0) {
          changed.awaitUninterruptibly();
        } else {
          long left = lastTaken + GATHER - System.nanoTime();
          if (left <= 0) {
            break;
          }
          changed.awaitNanos(left);
        }
      }
      return drain();
    } catch (InterruptedException nobodyDoes) {
      return drain();
    } finally {
      lock.unlock();
    }
  }

  /** Takes what comes until both streams have ended; waits for {@code nanos} at most. */
  List<Piece> takeRest(long nanos) {
    lock.lock();
    try {
      long deadline = System.nanoTime() + nanos;
      while (held == 0 && openStreams > 0 && deadline - System.nanoTime() > 0) {
        changed.awaitNanos(deadline - System.nanoTime());
      }
      return drain();
    } catch (InterruptedException nobodyDoes) {
      return drain();
    } finally {
      lock.unlock();
    }
  }

  /** Whether both streams have ended and all was taken. */
  boolean isFinished() {
    lock.lock();
    try {
      return openStreams <= 0 && held == 0;
    } finally {
      lock.unlock();
    }
  }

  /** Frees readers that wait; nothing more is taken in. */
  void abandon() {
    lock.lock();
    try {
      abandoned = true;
      truncated |= openStreams > 0;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean isTruncated() {
    lock.lock();
    try {
      return truncated;
    } finally {
      lock.unlock();
    }
  }

  private List<Piece> drain() {
    List<Piece> pieces = new ArrayList<>();
    for (Part part : parts) {
      int from = 0;
      while (from < part.text().length()) {
        int to = TextCut.before(part.text(), Math.min(from + PIECE, part.text().length()));
        pieces.add(new Piece(part.stream(), part.text().substring(from, to)));
        from = to;
      }
    }
    parts.clear();
    held = 0;
    lastTaken = System.nanoTime();
    changed.signalAll();
    return pieces;
  }
}
