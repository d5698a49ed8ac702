package dev.contop.planted.application;

import java.time.Instant;

/** Does not ask the port. */
public final class ReadsTheClock {
  public long nanos() {
    return System.nanoTime();
  }

  public Instant now() {
    return Instant.now();
  }
}
