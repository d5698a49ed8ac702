package dev.contop.os.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.contop.application.time.Schedule.Cancel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class TimerThreadTest {

  private final TimerThread subject = new TimerThread();
  private final BlockingQueue<String> ran = new LinkedBlockingQueue<>();

  @AfterEach
  void leaveNoThread() {
    subject.close();
    await().until(() -> threads().isEmpty());
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.equals("timer"))
        .toList();
  }

  @Test
  void shouldRunInOrderOfTimeOnOneThread() throws InterruptedException {
    // When
    subject.after(
        Duration.ofMillis(60), () -> ran.add("later " + Thread.currentThread().getName()));
    subject.after(Duration.ofMillis(20), () -> ran.add("soon " + Thread.currentThread().getName()));
    subject.after(Duration.ofMillis(-5), () -> ran.add("now"));

    // Then
    assertThat(ran.poll(10, TimeUnit.SECONDS)).isEqualTo("now");
    assertThat(ran.poll(10, TimeUnit.SECONDS)).isEqualTo("soon timer");
    assertThat(ran.poll(10, TimeUnit.SECONDS)).isEqualTo("later timer");
    assertThat(threads()).hasSize(1);
  }

  @Test
  void shouldNotRunWhatWasCancelledNorKeepIt() throws InterruptedException {
    // Given: far more than may be pending at once
    for (int i = 0; i < 3 * TimerThread.MOST_PENDING; i++) {
      Cancel cancel = subject.after(Duration.ofMillis(20), () -> ran.add("cancelled"));

      // When
      cancel.cancel();
      cancel.cancel();
    }
    subject.after(Duration.ofMillis(40), () -> ran.add("kept"));

    // Then
    assertThat(ran.poll(10, TimeUnit.SECONDS)).isEqualTo("kept");
  }

  @Test
  void shouldLiveThroughATaskThatThrows() throws InterruptedException {
    // When
    subject.after(
        Duration.ZERO,
        () -> {
          throw new AssertionError("planted");
        });
    subject.after(Duration.ofMillis(1), () -> ran.add("lives"));

    // Then
    assertThat(ran.poll(10, TimeUnit.SECONDS)).isEqualTo("lives");
  }

  @Test
  void shouldRunNothingAfterItWasClosed() {
    // Given
    subject.after(Duration.ofMillis(20), () -> ran.add("pending"));

    // When
    subject.close();
    subject.after(Duration.ZERO, () -> ran.add("late")).cancel();

    // Then
    await().during(Duration.ofMillis(100)).until(ran::isEmpty);
  }

  @Test
  void shouldCountTicksUpFromTheStart() {
    // Given
    MonotonicTicks ticks = new MonotonicTicks();
    long first = ticks.now().nanos();

    // When
    long second = new MonotonicTicks().now().nanos();

    // Then
    assertThat(first).isNotNegative();
    assertThat(second).isGreaterThanOrEqualTo(first);
    assertThat(second - first).isLessThan(Duration.ofSeconds(20).toNanos());
  }

  @Test
  void shouldDrawDifferentVersionFourIds() {
    // Given
    RandomIds ids = new RandomIds();

    // When / Then
    assertThat(ids.draw().version()).isEqualTo(4);
    assertThat(ids.draw()).isNotEqualTo(ids.draw());
  }
}
