package dev.contop.signaling;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How many sockets there are room for. Thread-safe. */
final class Places {

  private final int total;
  private int all;

  Places(int total) {
    this.total = total;
  }

  /** Takes a place, or answers false when there is none. */
  synchronized boolean take() {
    if (all >= total) {
      return false;
    }
    all++;
    return true;
  }

  synchronized void free() {
    all--;
    notifyAll();
  }

  synchronized int taken() {
    return all;
  }

  /** Waits until every place is free, or until {@code patience} has passed. */
  synchronized void awaitEmpty(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    long left = patience.toMillis();
    while (all > 0 && left > 0) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
  }
}
