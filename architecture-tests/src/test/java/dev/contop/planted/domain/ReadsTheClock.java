package dev.contop.planted.domain;

/** Is not given the time. */
public final class ReadsTheClock {
  public long millis() {
    return System.currentTimeMillis();
  }
}
