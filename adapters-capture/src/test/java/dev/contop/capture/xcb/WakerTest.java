package dev.contop.capture.xcb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WakerTest {

  @BeforeAll
  static void bind() throws Exception {
    SharedLibrary.C.bind();
  }

  @Test
  void shouldEndAWaitThatBeginsLater() throws Exception {
    try (Waker waker = new Waker()) {
      // Given
      waker.ring();

      // When
      long start = System.nanoTime();
      new AwaitReadable(waker.descriptor()).await(TimeUnit.SECONDS.toNanos(20));

      // Then
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(10));
      assertThat(waker.silence()).isTrue();
      assertThat(waker.silence()).isFalse();
    }
  }

  @Test
  void shouldLoseNoRingAmongMany() throws Exception {
    try (Waker waker = new Waker()) {
      // Given
      AwaitReadable wait = new AwaitReadable(waker.descriptor());
      List<Thread> ringers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        ringers.add(new Thread(() -> ringOften(waker)));
      }

      // When: the one who waits is woken as long as anybody rings, and after the last ring
      ringers.forEach(Thread::start);
      while (ringers.stream().anyMatch(Thread::isAlive)) {
        wait.await(TimeUnit.MILLISECONDS.toNanos(1));
        waker.silence();
      }
      waker.ring();

      // Then
      assertThat(waker.silence()).isTrue();
    }
  }

  private static void ringOften(Waker waker) {
    for (int i = 0; i < 10_000; i++) {
      waker.ring();
    }
  }

  @Test
  void shouldTouchNothingOnceClosed() throws Exception {
    // Given
    Waker waker = new Waker();
    Path descriptor = Path.of("/proc/self/fd/" + waker.descriptor());
    assertThat(Files.isSymbolicLink(descriptor)).isTrue();

    // When
    waker.close();
    waker.close();
    try (Waker successor = new Waker()) {
      waker.ring();

      // Then
      assertThat(successor.descriptor()).isEqualTo(waker.descriptor());
      assertThat(LibC.eventfd_read(successor.descriptor(), new com.sun.jna.Memory(8)))
          .isEqualTo(-1);
    }
  }
}
