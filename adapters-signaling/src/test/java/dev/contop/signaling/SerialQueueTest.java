package dev.contop.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class SerialQueueTest {

  private final Queue<Runnable> pool = new ArrayDeque<>();
  private final List<Throwable> bugs = new ArrayList<>();
  private final List<String> ran = new ArrayList<>();
  private final SerialQueue queue = new SerialQueue(pool::add, 20, 100, bugs::add);

  private boolean offer(int weight, String name) {
    return queue.offer(weight, () -> ran.add(name));
  }

  private void runAll() {
    while (!pool.isEmpty()) {
      pool.remove().run();
    }
  }

  @Test
  void shouldRunInOrderWithOneEntryInThePool() {
    for (int i = 0; i < 20; i++) {
      assertThat(offer(1, "t" + i)).isTrue();
      assertThat(pool).hasSize(1);
    }

    runAll();

    assertThat(ran).hasSize(20).startsWith("t0", "t1", "t2").endsWith("t19");
  }

  @Test
  void shouldHandThreadOnAfterItsTurn() {
    for (int i = 0; i < 20; i++) {
      offer(1, "t" + i);
    }

    pool.remove().run();

    assertThat(ran).hasSize(16);
    assertThat(pool).hasSize(1);
  }

  @Test
  void shouldRefuseTooManyAndTooHeavyTasks() {
    assertThat(offer(101, "heavy")).isFalse();
    assertThat(offer(60, "a")).isTrue();
    assertThat(offer(60, "b")).isFalse();
    for (int i = 1; i < 20; i++) {
      assertThat(offer(0, "t" + i)).isTrue();
    }
    assertThat(offer(0, "one more")).isFalse();

    runAll();

    assertThat(offer(60, "room again")).isTrue();
  }

  @Test
  void shouldHaveRoomForTheLastTaskAndForNoneAfterIt() {
    for (int i = 0; i < 20; i++) {
      offer(1, "t" + i);
    }
    queue.finish(() -> ran.add("last"));
    queue.finish(() -> ran.add("never"));

    runAll();

    assertThat(offer(0, "late")).isFalse();
    assertThat(ran).hasSize(21).endsWith("last");
  }

  @Test
  void shouldGoOnAfterBug() {
    queue.offer(
        0,
        () -> {
          throw new IllegalStateException("bug");
        });
    offer(0, "next");

    runAll();

    assertThat(bugs).hasSize(1);
    assertThat(ran).containsExactly("next");
  }

  @Test
  void shouldRefuseWhenPoolIsGone() {
    SerialQueue late =
        new SerialQueue(
            task -> {
              throw new RejectedExecutionException();
            },
            20,
            100,
            bugs::add);

    assertThat(late.offer(0, () -> ran.add("never"))).isFalse();
    late.finish(() -> ran.add("never"));
    assertThat(ran).isEmpty();
  }
}
