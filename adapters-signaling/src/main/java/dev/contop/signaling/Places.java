package dev.contop.signaling;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How many sockets there are room for, in all and from one address. Thread-safe. */
final class Places {

  private final int total;
  private final int perAddress;
  private final Map<String, Integer> taken = new HashMap<>();
  private int all;

  Places(int total, int perAddress) {
    this.total = total;
    this.perAddress = perAddress;
  }

  /** Takes a place, or answers false when there is none. */
  synchronized boolean take(String address) {
    int own = taken.getOrDefault(address, 0);
    if (all >= total || own >= perAddress) {
      return false;
    }
    taken.put(address, own + 1);
    all++;
    return true;
  }

  synchronized void free(String address) {
    taken.computeIfPresent(address, (key, own) -> own > 1 ? own - 1 : null);
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
