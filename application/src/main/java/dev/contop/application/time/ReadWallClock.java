package dev.contop.application.time;

import java.time.Instant;

/** Reads the wall clock, for what people read and for what survives a restart. */
public interface ReadWallClock {

  Instant now();
}
