package dev.contop.application.time;

import java.time.Duration;
import java.time.Instant;

/** A wall clock that stands still until it is moved. */
public final class FakeWallClock implements ReadWallClock {

  private volatile Instant now = Instant.parse("2030-01-01T12:00:00.5Z");

  @Override
  public Instant now() {
    return now;
  }

  public synchronized void advance(Duration by) {
    now = now.plus(by);
  }
}
