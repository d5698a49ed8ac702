package dev.contop.application.screen;

import dev.contop.domain.media.ScreenSize;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A desktop without a display: its screen changes, grows and goes away when a test says so. Any
 * thread.
 */
public final class FakeDesktop implements OpenScreen {

  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();
  private final AtomicInteger attempts = new AtomicInteger();
  private final AtomicInteger grabs = new AtomicInteger();
  private final AtomicInteger callsFromOthers = new AtomicInteger();

  // Guarded by this.
  private ScreenSize size;
  private Optional<String> gone = Optional.empty();
  private long changes;
  private long wakes;

  public FakeDesktop(ScreenSize size) {
    this.size = size;
  }

  @Override
  public Screen open() throws ScreenUnavailable {
    attempts.incrementAndGet();
    synchronized (this) {
      failIfGone();
      opened.incrementAndGet();
      return new FakeScreen(Thread.currentThread(), changes, wakes);
    }
  }

  /** Something on the screen changes. */
  public synchronized void change() {
    changes++;
    notifyAll();
  }

  public synchronized void resize(ScreenSize to) {
    size = to;
    change();
  }

  /** The screen goes away. */
  public synchronized void unplug(String reason) {
    gone = Optional.of(reason);
    notifyAll();
  }

  public synchronized void plugIn() {
    gone = Optional.empty();
  }

  public int opened() {
    return opened.get();
  }

  public int closed() {
    return closed.get();
  }

  /** How often somebody tried to open it. */
  public int attempts() {
    return attempts.get();
  }

  public int grabs() {
    return grabs.get();
  }

  /** How often a screen was used on a thread that does not own it, or after its closing. */
  public int misuses() {
    return callsFromOthers.get();
  }

  private void failIfGone() throws ScreenUnavailable {
    if (gone.isPresent()) {
      throw new ScreenUnavailable(gone.get());
    }
  }

  private final class FakeScreen implements Screen {
    private final Thread owner;
    private final ByteBuffer pixels = ByteBuffer.allocateDirect(64);
    private long seenChanges;
    private long seenWakes;
    private boolean isClosed;

    FakeScreen(Thread owner, long seenChanges, long seenWakes) {
      this.owner = owner;
      this.seenChanges = seenChanges;
      this.seenWakes = seenWakes;
    }

    @Override
    public ScreenSize size() {
      check();
      synchronized (FakeDesktop.this) {
        return size;
      }
    }

    @Override
    public boolean awaitChange(Duration atMost) throws ScreenUnavailable {
      check();
      long until = System.nanoTime() + atMost.toNanos();
      synchronized (FakeDesktop.this) {
        while (seenChanges == changes && seenWakes == wakes && gone.isEmpty()) {
          long left = (until - System.nanoTime()) / 1_000_000;
          if (left <= 0) {
            return false;
          }
          try {
            FakeDesktop.this.wait(left);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
          }
        }
        seenWakes = wakes;
        failIfGone();
        return seenChanges != changes;
      }
    }

    @Override
    public Frame grab() throws ScreenUnavailable {
      check();
      grabs.incrementAndGet();
      synchronized (FakeDesktop.this) {
        failIfGone();
        seenChanges = changes;
        return new Frame(pixels, size.width() * 4, size);
      }
    }

    @Override
    public Optional<Frame> last() throws ScreenUnavailable {
      check();
      synchronized (FakeDesktop.this) {
        failIfGone();
        return seenChanges == changes
            ? Optional.of(new Frame(pixels, size.width() * 4, size))
            : Optional.empty();
      }
    }

    @Override
    public void wake() {
      synchronized (FakeDesktop.this) {
        wakes++;
        FakeDesktop.this.notifyAll();
      }
    }

    @Override
    public void close() {
      if (!isClosed) {
        check();
        isClosed = true;
        closed.incrementAndGet();
      }
    }

    private void check() {
      if (isClosed || !Thread.currentThread().equals(owner)) {
        callsFromOthers.incrementAndGet();
      }
    }
  }
}
