package dev.contop.capture;

import dev.contop.application.screen.Frame;
import dev.contop.application.screen.Screen;
import dev.contop.application.screen.ScreenUnavailable;
import dev.contop.domain.media.ScreenSize;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A screen in one colour that tests change, resize, and take away. */
public final class FakeScreen implements Screen {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition something = lock.newCondition();
  private ScreenSize size;
  private Frame frame;
  private byte colour;
  private boolean changed = true;
  private boolean woken;
  private boolean gone;
  private int grabs;
  private boolean closed;

  public FakeScreen(ScreenSize size) {
    this.size = size;
    frame = frameOf(size);
  }

  private static Frame frameOf(ScreenSize size) {
    int stride = size.width() * 4;
    return new Frame(ByteBuffer.allocateDirect(stride * size.height()), stride, size);
  }

  /** Fills the screen with another colour. Any thread. */
  public void paint(int value) {
    tell(
        () -> {
          colour = (byte) value;
          changed = true;
        });
  }

  /** Gives the screen another size. Any thread. */
  public void resize(ScreenSize wanted) {
    tell(
        () -> {
          size = wanted;
          changed = true;
        });
  }

  /** Lets it be gone, or come back. Any thread. */
  public void setGone(boolean isGone) {
    tell(() -> gone = isGone);
  }

  @Override
  public void wake() {
    tell(() -> woken = true);
  }

  /** How often it was grabbed. Any thread. */
  public int grabs() {
    lock.lock();
    try {
      return grabs;
    } finally {
      lock.unlock();
    }
  }

  /** Whether it was closed. Any thread. */
  public boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  private void tell(Runnable news) {
    lock.lock();
    try {
      news.run();
      something.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public ScreenSize size() {
    lock.lock();
    try {
      return size;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean awaitChange(Duration atMost) throws ScreenUnavailable {
    lock.lock();
    try {
      long left =
          Math.min(atMost.toSeconds(), 3600) == 3600 ? 3_600_000_000_000L : atMost.toNanos();
      while (!changed && !woken && !gone && left > 0) {
        left = something.awaitNanos(left);
      }
      woken = false;
      requireThere();
      return changed;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Frame grab() throws ScreenUnavailable {
    lock.lock();
    try {
      requireThere();
      if (!frame.size().equals(size)) {
        frame = frameOf(size);
      }
      changed = false;
      grabs++;
      ByteBuffer pixels = frame.pixels();
      pixels.clear();
      for (int i = 0; i < pixels.limit(); i++) {
        pixels.put(i, colour);
      }
      return frame;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<Frame> last() throws ScreenUnavailable {
    lock.lock();
    try {
      requireThere();
      frame.pixels().clear();
      return changed ? Optional.empty() : Optional.of(frame);
    } finally {
      lock.unlock();
    }
  }

  private void requireThere() throws ScreenUnavailable {
    if (closed) {
      throw new IllegalStateException("The screen is closed");
    }
    if (gone) {
      throw new ScreenUnavailable("The screen has gone");
    }
  }

  @Override
  public void close() {
    tell(() -> closed = true);
  }
}
