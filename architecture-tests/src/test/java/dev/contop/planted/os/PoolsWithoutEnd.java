package dev.contop.planted.os;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Grows by threads, or by what waits for them. */
public final class PoolsWithoutEnd {
  public ExecutorService cached() {
    return Executors.newCachedThreadPool();
  }

  public ExecutorService fixed() {
    return Executors.newFixedThreadPool(2);
  }
}
