package dev.contop.domain.session;

import dev.contop.domain.limits.Ticks;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;

/** What is to happen in a simulated world, and when; the same seed gives the same world. */
final class Agenda {

  private record Due(Ticks at, long order, Runnable what) {}

  private final PriorityQueue<Due> due =
      new PriorityQueue<>(
          Comparator.comparing((Due one) -> one.at().nanos()).thenComparing(Due::order));
  private final Random random;
  private Ticks now = Ticks.ZERO;
  private long order;

  Agenda(long seed) {
    random = new Random(seed);
  }

  Ticks now() {
    return now;
  }

  Random random() {
    return random;
  }

  boolean oneIn(int chances) {
    return random.nextInt(chances) == 0;
  }

  /** Some time from {@code least} to {@code most} milliseconds. */
  Duration some(int least, int most) {
    return Duration.ofMillis(least + random.nextInt(most - least + 1));
  }

  void after(Duration delay, Runnable what) {
    at(now.plus(delay), what);
  }

  void at(Ticks then, Runnable what) {
    due.add(new Due(then.isBefore(now) ? now : then, order++, what));
  }

  /** Lets the next thing happen. */
  void next() {
    Due one = due.remove();
    now = one.at();
    one.what().run();
  }
}
