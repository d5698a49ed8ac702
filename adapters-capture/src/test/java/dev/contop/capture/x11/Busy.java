package dev.contop.capture.x11;

import dev.contop.application.screen.ScreenUnavailable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Does something again and again on a thread of its own, until it is closed. */
final class Busy implements AutoCloseable {

  /** What is done. */
  interface Doing {
    void again(int time) throws ScreenUnavailable;
  }

  private final AtomicBoolean stop = new AtomicBoolean();
  private final AtomicInteger times = new AtomicInteger();
  private final Thread thread;

  private Busy(Doing doing) {
    thread =
        new Thread(
            () -> {
              try {
                while (!stop.get()) {
                  doing.again(times.getAndIncrement());
                }
              } catch (ScreenUnavailable gone) {
                throw new IllegalStateException(gone);
              }
            });
  }

  static Busy with(Doing doing) {
    Busy busy = new Busy(doing);
    busy.thread.start();
    return busy;
  }

  /** How often it was done. */
  int times() {
    return times.get();
  }

  @Override
  public void close() {
    stop.set(true);
    try {
      thread.join(5_000);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
