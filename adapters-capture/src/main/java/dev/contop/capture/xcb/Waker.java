package dev.contop.capture.xcb;

import com.sun.jna.Memory;
import dev.contop.application.screen.ScreenUnavailable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bell that any thread rings and one thread waits for through a file descriptor (eventfd(2)).
 *
 * <p>Ringing takes no lock and never touches a descriptor that was closed, which by then may belong
 * to somebody else: whoever is last to leave, of the ringers and the closer, closes it.
 */
public final class Waker implements AutoCloseable {

  private static final int NONBLOCK_CLOEXEC = 0x80800;

  private final Memory counter = new Memory(Long.BYTES);
  private final int descriptor;
  private final AtomicBoolean rung = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();

  /** One for the owner, and one for everyone who is ringing; no more users come after 0. */
  private final AtomicInteger users = new AtomicInteger(1);

  /**
   * Makes a silent bell.
   *
   * @throws ScreenUnavailable when the process may not open another file descriptor
   */
  public Waker() throws ScreenUnavailable {
    descriptor = LibC.eventfd(0, NONBLOCK_CLOEXEC);
    if (descriptor < 0) {
      throw new ScreenUnavailable(
          "The screen cannot be waited for: no file descriptor is left (raise ulimit -n)");
    }
  }

  public int descriptor() {
    return descriptor;
  }

  /** Ends the running or the next wait. Any thread, also after closing; never blocks. */
  public void ring() {
    if (users.getAndUpdate(n -> n == 0 ? 0 : n + 1) == 0) {
      return;
    }
    if (rung.compareAndSet(false, true)) {
      LibC.eventfd_write(descriptor, 1);
    }
    leave();
  }

  /**
   * Makes it silent again. The waiting thread only; does not block.
   *
   * @return whether it had been rung
   */
  public boolean silence() {
    // The descriptor first: a ring in between is then reported now and heard once more, not lost.
    LibC.eventfd_read(descriptor, counter);
    return rung.getAndSet(false);
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      leave();
    }
  }

  private void leave() {
    if (users.decrementAndGet() == 0) {
      LibC.close(descriptor);
    }
  }
}
