package dev.contop.application.time;

import dev.contop.domain.limits.Ticks;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A monotonic clock that stands still until it is moved. Any thread. */
public final class FakeTicks implements ReadTicks {

  private final AtomicLong nanos = new AtomicLong();

  @Override
  public Ticks now() {
    return new Ticks(nanos.get());
  }

  public void advance(Duration by) {
    nanos.addAndGet(by.toNanos());
  }
}
