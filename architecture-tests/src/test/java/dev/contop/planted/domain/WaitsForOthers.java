package dev.contop.planted.domain;

import java.util.concurrent.CountDownLatch;

/** Knows of threads. */
public final class WaitsForOthers {
  public CountDownLatch latch() {
    return new CountDownLatch(1);
  }
}
