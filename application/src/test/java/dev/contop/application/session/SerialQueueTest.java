package dev.contop.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SerialQueueTest {

  private final StepByStep pool = new StepByStep();
  private final SerialQueue queue = new SerialQueue(pool, 3, 2);
  private final List<String> ran = new ArrayList<>();

  @Test
  void shouldRunInOrder() {
    // When
    queue.offer(() -> ran.add("a"));
    queue.offerUrgent(() -> ran.add("b"));
    queue.offer(() -> ran.add("c"));
    pool.runAll();

    // Then
    assertThat(ran).containsExactly("a", "b", "c");
  }

  @Test
  void shouldTakeNoMoreThanItsCapacity() {
    // When
    boolean[] taken = new boolean[4];
    for (int i = 0; i < 4; i++) {
      taken[i] = queue.offer(() -> ran.add("x"));
    }
    pool.runAll();

    // Then
    assertThat(taken).containsExactly(true, true, true, false);
    assertThat(ran).hasSize(3);
    assertThat(queue.offer(() -> {})).isTrue();
  }

  @Test
  void shouldKeepRoomForWhatIsUrgent() {
    // Given
    for (int i = 0; i < 9; i++) {
      queue.offer(() -> ran.add("x"));
    }

    // Then
    assertThat(queue.offerUrgent(() -> ran.add("urgent 1"))).isTrue();
    assertThat(queue.offerUrgent(() -> ran.add("urgent 2"))).isTrue();
    assertThat(queue.offerUrgent(() -> ran.add("urgent 3"))).isFalse();
    pool.runAll();
    assertThat(ran).containsExactly("x", "x", "x", "urgent 1", "urgent 2");
  }

  @Test
  void shouldOutliveATaskThatThrows() {
    // When
    queue.offer(
        () -> {
          throw new IllegalStateException("planted");
        });
    queue.offer(
        () -> {
          throw new UnsatisfiedLinkError("planted");
        });
    queue.offer(() -> ran.add("after"));
    pool.runAll();
    queue.offer(() -> ran.add("later"));
    pool.runAll();

    // Then
    assertThat(ran).containsExactly("after", "later");
  }

  @Test
  void shouldRunWhatWaitsAfterClosingAndTakeNothingMore() {
    // Given
    queue.offer(() -> ran.add("before"));

    // When
    queue.close();

    // Then
    assertThat(queue.offer(() -> ran.add("after"))).isFalse();
    assertThat(queue.offerUrgent(() -> ran.add("after"))).isFalse();
    pool.runAll();
    assertThat(ran).containsExactly("before");
  }

  @Test
  void shouldSayNoWhenThePoolIsDown() {
    // Given
    pool.shutDown();

    // Then
    assertThat(queue.offer(() -> ran.add("x"))).isFalse();
    assertThat(queue.offer(() -> ran.add("x"))).isFalse();
    assertThat(pool.waiting()).isZero();
  }

  @Test
  void shouldGiveTheThreadBackBetweenTurns() {
    // Given more than one turn's worth
    SerialQueue large = new SerialQueue(pool, 1000, 0);
    for (int i = 0; i < 200; i++) {
      large.offer(() -> ran.add("x"));
    }

    // When
    int turns = pool.runAll();

    // Then
    assertThat(ran).hasSize(200);
    assertThat(turns).isEqualTo(4);
  }

  @Test
  void shouldDropWhatWaitsWhenThePoolGoesDownMeanwhile() {
    // Given
    SerialQueue large = new SerialQueue(pool, 1000, 0);
    for (int i = 0; i < 100; i++) {
      large.offer(() -> ran.add("x"));
    }

    // When
    pool.shutDown();
    pool.runAll();

    // Then
    assertThat(ran).hasSize(64);
    assertThat(large.offer(() -> {})).isFalse();
  }

  @Test
  @Timeout(30)
  void shouldNeverRunTwoAtOnceNorMixTheOrderOfOneThread() throws InterruptedException {
    // Given
    ExecutorService threads = Executors.newFixedThreadPool(4);
    SerialQueue shared = new SerialQueue(threads, 10_000, 0);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger overlaps = new AtomicInteger();
    List<ConcurrentLinkedDeque<Integer>> seen =
        IntStream.range(0, 3).mapToObj(i -> new ConcurrentLinkedDeque<Integer>()).toList();
    CountDownLatch done = new CountDownLatch(3000);

    // When three threads offer at once
    List<Thread> offering = new ArrayList<>();
    for (ConcurrentLinkedDeque<Integer> mine : seen) {
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 1000; i++) {
                  int number = i;
                  shared.offer(
                      () -> {
                        if (inside.incrementAndGet() > 1) {
                          overlaps.incrementAndGet();
                        }
                        mine.add(number);
                        inside.decrementAndGet();
                        done.countDown();
                      });
                }
              });
      offering.add(thread);
      thread.start();
    }
    for (Thread thread : offering) {
      thread.join();
    }
    boolean all = done.await(20, TimeUnit.SECONDS);
    threads.shutdown();

    // Then
    assertThat(all).isTrue();
    assertThat(overlaps).hasValue(0);
    assertThat(seen)
        .allSatisfy(
            mine ->
                assertThat(mine)
                    .containsExactlyElementsOf(IntStream.range(0, 1000).boxed().toList()));
    assertThat(threads.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
  }
}
