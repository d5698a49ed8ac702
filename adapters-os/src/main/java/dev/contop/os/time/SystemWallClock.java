package dev.contop.os.time;

import dev.contop.application.time.ReadWallClock;
import java.time.Instant;

/** The machine's clock. */
public final class SystemWallClock implements ReadWallClock {

  @Override
  public Instant now() {
    return Instant.now();
  }
}
