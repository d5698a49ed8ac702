package dev.contop.os.time;

import dev.contop.application.time.ReadTicks;
import dev.contop.domain.limits.Ticks;

/** Counts nanoseconds from the loading of this class, alike for all instances. */
public final class MonotonicTicks implements ReadTicks {

  private static final long ORIGIN = System.nanoTime();

  @Override
  public Ticks now() {
    return new Ticks(System.nanoTime() - ORIGIN);
  }
}
