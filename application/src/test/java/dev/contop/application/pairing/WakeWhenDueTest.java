package dev.contop.application.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.time.FakeTicks;
import dev.contop.application.time.FakeWallClock;
import dev.contop.application.time.ManualSchedule;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Sleeping until a time of the wall clock. */
class WakeWhenDueTest {

  private final FakeWallClock clock = new FakeWallClock();
  private final ManualSchedule schedule = new ManualSchedule(new FakeTicks());
  private final AtomicInteger woken = new AtomicInteger();
  private final WakeWhenDue alarm = new WakeWhenDue(clock, schedule, woken::incrementAndGet);

  private void at(Duration fromNow) {
    alarm.at(Optional.of(clock.now().plus(fromNow)));
  }

  @Test
  void shouldWakeWhenItIsTime() {
    at(Duration.ofMinutes(3));

    schedule.pass(Duration.ofMinutes(3).minusMillis(1));
    assertThat(woken).hasValue(0);
    schedule.pass(Duration.ofMillis(1));
    assertThat(woken).hasValue(1);
    schedule.pass(Duration.ofDays(1));
    assertThat(woken).hasValue(1);
  }

  @Test
  void shouldLookAtTheClockNowAndThenInALongSleep() {
    at(Duration.ofDays(30));

    schedule.pass(WakeWhenDue.LONGEST_SLEEP);

    assertThat(woken).hasValue(1);
  }

  @Test
  void shouldWakeAtOnceWhenItIsLate() {
    at(Duration.ofDays(-1));

    schedule.pass(Duration.ofMillis(1));

    assertThat(woken).hasValue(1);
  }

  @Test
  void shouldSleepUntilTheNewestTimeAlone() {
    at(Duration.ofMinutes(1));
    at(Duration.ofMinutes(5));
    schedule.pass(Duration.ofMinutes(4));
    assertThat(woken).hasValue(0);

    alarm.at(Optional.empty());
    schedule.pass(Duration.ofDays(1));
    assertThat(woken).hasValue(0);
    assertThat(schedule.waiting()).isZero();
  }
}
