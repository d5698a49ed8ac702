package dev.contop.application.screen;

import static dev.contop.application.screen.FeedFixture.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Readers that throw, take their time, or leave in the midst of a frame. */
@Timeout(60)
class FailingReadersTest {

  @RegisterExtension final FeedFixture fixture = new FeedFixture();

  @Test
  void shouldGoOnWithoutAReaderThatThrows() {
    // Given
    AtomicInteger calls = new AtomicInteger();
    fixture.watch(
        new Failing() {
          @Override
          public void frame(Frame frame, long capturedNanos) {
            calls.incrementAndGet();
            throw new UnsatisfiedLinkError("planted");
          }
        });

    // When
    RecordingReader reader = fixture.watch(new RecordingReader());
    soon().until(() -> reader.frames() > 3);

    // Then
    assertThat(calls).hasValue(1);
  }

  @Test
  void shouldOutliveAReaderThatThrowsAtBadNews() {
    // Given
    fixture.desktop().unplug("The display is gone.");
    fixture.watch(new Failing());
    RecordingReader reader = fixture.watch(new RecordingReader());
    soon().until(() -> !reader.reasons().isEmpty());

    // When
    fixture.desktop().plugIn();

    // Then
    soon().until(() -> reader.frames() > 0);
  }

  @Test
  void shouldEndWhenTheOnlyReaderThrows() {
    // When
    fixture.watch(new Failing());

    // Then
    soon().untilAsserted(() -> assertThat(fixture.threads()).hasSize(1).noneMatch(Thread::isAlive));
    RecordingReader reader = fixture.watch(new RecordingReader());
    soon().until(() -> reader.frames() > 0);
  }

  @Test
  void shouldWaitForAFrameInProgressBeforeClosingReturns() throws Exception {
    // Given a reader in the midst of a frame
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicBoolean finished = new AtomicBoolean();
    WatchScreen.Watching place =
        fixture
            .feed()
            .watch(
                new Failing() {
                  @Override
                  public void frame(Frame frame, long capturedNanos) {
                    inside.countDown();
                    try {
                      assertThat(goOn.await(20, TimeUnit.SECONDS)).isTrue();
                    } catch (InterruptedException e) {
                      throw new IllegalStateException(e);
                    }
                    finished.set(true);
                  }
                });
    assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();

    // When
    CompletableFuture<Boolean> closed =
        CompletableFuture.supplyAsync(
            () -> {
              place.close();
              return finished.get();
            });
    assertThat(closed.isDone()).isFalse();
    goOn.countDown();

    // Then: the frame had ended when closing returned
    assertThat(closed.get(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void shouldBeClosableFromInsideAFrame() {
    // Given
    List<WatchScreen.Watching> own = new CopyOnWriteArrayList<>();
    AtomicInteger frames = new AtomicInteger();

    // When
    own.add(
        fixture
            .feed()
            .watch(
                new Failing() {
                  @Override
                  public void frame(Frame frame, long capturedNanos) {
                    frames.incrementAndGet();
                    own.forEach(WatchScreen.Watching::close);
                  }
                }));

    // Then
    fixture.awaitEnd();
    assertThat(frames.get()).isPositive();
  }

  /** Throws at whatever it is told. */
  private static class Failing implements ReadFrames {
    @Override
    public void frame(Frame frame, long capturedNanos) {
      throw new IllegalStateException("planted");
    }

    @Override
    public void unavailable(String reason) {
      throw new IllegalStateException("planted");
    }
  }
}
