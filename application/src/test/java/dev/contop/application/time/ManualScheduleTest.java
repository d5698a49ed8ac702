package dev.contop.application.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManualScheduleTest {

  private final FakeTicks clock = new FakeTicks();
  private final ManualSchedule schedule = new ManualSchedule(clock);
  private final List<String> ran = new ArrayList<>();

  @Test
  void shouldRunWhatFallsDueInOrderAndAtItsTime() {
    // Given
    schedule.after(Duration.ofSeconds(2), () -> ran.add("two at " + clock.now().nanos() / 1e9));
    schedule.after(Duration.ofSeconds(1), () -> ran.add("one at " + clock.now().nanos() / 1e9));
    schedule.after(Duration.ofSeconds(9), () -> ran.add("nine"));

    // When
    schedule.pass(Duration.ofSeconds(3));

    // Then
    assertThat(ran).containsExactly("one at 1.0", "two at 2.0");
    assertThat(clock.now().nanos()).isEqualTo(Duration.ofSeconds(3).toNanos());
    assertThat(schedule.waiting()).isEqualTo(1);
  }

  @Test
  void shouldNotRunWhatWasCancelled() {
    // Given
    Schedule.Cancel cancel = schedule.after(Duration.ofSeconds(1), () -> ran.add("x"));

    // When
    cancel.cancel();
    schedule.pass(Duration.ofSeconds(2));

    // Then
    assertThat(ran).isEmpty();
  }
}
