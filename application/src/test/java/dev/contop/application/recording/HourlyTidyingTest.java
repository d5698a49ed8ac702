package dev.contop.application.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.time.FakeTicks;
import dev.contop.application.time.ManualSchedule;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Old recordings go though nothing is recorded (T75). */
class HourlyTidyingTest {

  private final ManualSchedule schedule = new ManualSchedule(new FakeTicks());
  private final Deque<Runnable> background = new ArrayDeque<>();
  private final AtomicInteger tidied = new AtomicInteger();
  private final HourlyTidying subject =
      new HourlyTidying(schedule, background::add, tidied::incrementAndGet);

  private void work() {
    while (!background.isEmpty()) {
      background.remove().run();
    }
  }

  @Test
  void shouldTidyWhenTheHostStartsAndNotOnItsThread() {
    // When
    subject.start();

    // Then
    assertThat(tidied).hasValue(0);
    work();
    assertThat(tidied).hasValue(1);
  }

  @Test
  void shouldTidyOnceAnHourFromThenOn() {
    // Given
    subject.start();
    work();

    // When
    schedule.pass(Duration.ofMinutes(59));
    work();

    // Then
    assertThat(tidied).hasValue(1);

    // When a day has passed
    schedule.pass(Duration.ofHours(24));
    work();

    // Then
    assertThat(tidied).hasValue(25);
    assertThat(schedule.waiting()).isEqualTo(1);
  }

  @Test
  void shouldBearThatTheHostIsClosing() {
    // Given
    HourlyTidying closing =
        new HourlyTidying(
            schedule,
            task -> {
              throw new RejectedExecutionException("closed");
            },
            tidied::incrementAndGet);

    // When
    closing.start();
    schedule.pass(HourlyTidying.EVERY);

    // Then
    assertThat(tidied).hasValue(0);
  }
}
