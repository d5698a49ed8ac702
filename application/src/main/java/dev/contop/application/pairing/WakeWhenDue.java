package dev.contop.application.pairing;

import dev.contop.application.time.ReadWallClock;
import dev.contop.application.time.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Wakes somebody at a time of the wall clock; one time, which each new one replaces. */
final class WakeWhenDue {

  /**
   * The longest sleep: a computer that slept, or whose clock was set, is late by no more than this.
   */
  static final Duration LONGEST_SLEEP = Duration.ofMinutes(15);

  private static final Duration SHORTEST_SLEEP = Duration.ofMillis(1);

  private final ReadWallClock clock;
  private final Schedule schedule;
  private final Runnable wake;
  private Schedule.Cancel alarm = () -> {};

  /**
   * @param wake is called when it is time, or earlier
   */
  WakeWhenDue(ReadWallClock clock, Schedule schedule, Runnable wake) {
    this.clock = clock;
    this.schedule = schedule;
    this.wake = wake;
  }

  /** Any thread; does not block, and does not call back. */
  synchronized void at(Optional<Instant> due) {
    alarm.cancel();
    alarm = due.map(this::alarm).orElse(() -> {});
  }

  private Schedule.Cancel alarm(Instant due) {
    Duration left = Duration.between(clock.now(), due);
    Duration atMost = left.compareTo(LONGEST_SLEEP) < 0 ? left : LONGEST_SLEEP;
    return schedule.after(atMost.compareTo(SHORTEST_SLEEP) < 0 ? SHORTEST_SLEEP : atMost, wake);
  }
}
