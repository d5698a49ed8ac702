package dev.contop.application.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class EntranceTest {

  private final Entrance entrance = new Entrance();

  @Test
  void shouldLetNobodyInOnceItIsShut() {
    assertThat(entrance.enter()).isTrue();
    entrance.leave();

    entrance.shut();

    assertThat(entrance.enter()).isFalse();
  }

  @Test
  void shouldWaitUntilNobodyIsInside() throws InterruptedException {
    // Given
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    AtomicBoolean left = new AtomicBoolean();
    Thread caller =
        new Thread(
            () -> {
              entrance.enter();
              inside.countDown();
              awaitQuietly(done);
              left.set(true);
              entrance.leave();
            });
    caller.start();
    inside.await();

    // When, interrupted too
    AtomicBoolean leftBefore = new AtomicBoolean();
    AtomicBoolean interrupted = new AtomicBoolean();
    Thread closer =
        new Thread(
            () -> {
              entrance.shut();
              leftBefore.set(left.get());
              interrupted.set(Thread.currentThread().isInterrupted());
            });
    closer.start();
    await().atMost(Duration.ofSeconds(5)).until(() -> closer.getState() == Thread.State.WAITING);
    closer.interrupt();
    done.countDown();
    closer.join();
    caller.join();

    // Then
    assertThat(leftBefore).isTrue();
    assertThat(interrupted).isTrue();
  }

  @Test
  void shouldNotWaitForWhoShutsItFromWithin() {
    assertThat(entrance.enter()).isTrue();

    entrance.shut();
    entrance.leave();

    assertThat(entrance.enter()).isFalse();
  }

  private static void awaitQuietly(CountDownLatch done) {
    try {
      done.await();
    } catch (InterruptedException unexpected) {
      Thread.currentThread().interrupt();
    }
  }
}
