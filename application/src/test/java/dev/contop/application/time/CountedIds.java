package dev.contop.application.time;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Draws version 4 UUIDs that count from one. Any thread. */
public final class CountedIds implements DrawIds {

  private final AtomicLong drawn = new AtomicLong();

  @Override
  public UUID draw() {
    return new UUID(0x4000L, 0x8000_0000_0000_0000L | drawn.incrementAndGet());
  }
}
