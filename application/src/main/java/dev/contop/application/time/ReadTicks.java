package dev.contop.application.time;

import dev.contop.domain.limits.Ticks;

/** Reads the monotonic clock. Any thread; never blocks. */
public interface ReadTicks {

  Ticks now();
}
