package dev.contop.application.time;

import java.time.Duration;
import java.util.Optional;

/** How long something takes, as a mean that forgets. One thread adds; any thread reads. */
public final class MeanTime {

  /** The newest counts for one in so many. */
  private static final int WEIGHT = 16;

  private volatile long mean = -1;

  public void add(long nanos) {
    long before = mean;
    mean = before < 0 ? nanos : before + (nanos - before) / WEIGHT;
  }

  /** Nothing before the first. */
  public Optional<Duration> mean() {
    long now = mean;
    return now < 0 ? Optional.empty() : Optional.of(Duration.ofNanos(now));
  }
}
