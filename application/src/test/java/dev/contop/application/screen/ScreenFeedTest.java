package dev.contop.application.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.limits.Ticks;
import dev.contop.domain.media.FrameThinning;
import dev.contop.domain.media.ScreenSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Against the real clock, since the feed waits for it; a fake desktop says what there is to see.
 */
@Timeout(60)
class ScreenFeedTest {

  private static final ScreenSize SIZE = new ScreenSize(64, 48);
  private static final Duration INTERVAL = Duration.ofMillis(20);

  private final FakeDesktop desktop = new FakeDesktop(SIZE);
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final List<ScreenSize> resizings = new CopyOnWriteArrayList<>();
  private final List<String> news = new CopyOnWriteArrayList<>();
  private final List<WatchScreen.Watching> watching = new ArrayList<>();
  private final ScreenFeed feed =
      new ScreenFeed(
          desktop,
          SIZE,
          INTERVAL,
          () -> new Ticks(System.nanoTime()),
          task -> {
            Thread thread = new Thread(task, "capture");
            threads.add(thread);
            return thread;
          },
          new ObserveScreen() {
            @Override
            public void resized(ScreenSize size) {
              resizings.add(size);
            }

            @Override
            public void lost(String reason) {
              news.add("lost: " + reason);
            }

            @Override
            public void returned() {
              news.add("returned");
            }
          });

  @AfterEach
  void shouldLeaveNothingBehind() {
    watching.forEach(WatchScreen.Watching::close);
    soon().untilAsserted(() -> assertThat(threads).noneMatch(Thread::isAlive));
    assertThat(desktop.closed()).isEqualTo(desktop.opened());
    assertThat(desktop.misuses()).isZero();
  }

  @Test
  void shouldGiveTheFirstFrameAtOnceAndWithoutAChange() {
    // When
    RecordingReader reader = watch(new RecordingReader());

    // Then T73
    soon().until(() -> reader.frames() > 0);
    assertThat(reader.sizes().get(0)).isEqualTo(SIZE);
    assertThat(threads).hasSize(1);
  }

  @Test
  void shouldGrabOnceForAGlimpseWhenNobodyWatches() {
    // When
    RecordingReader glimpse = new RecordingReader();
    feed.glimpse(glimpse);

    // Then T74
    soon().until(() -> glimpse.frames() == 1);
    soon().untilAsserted(() -> assertThat(threads).noneMatch(Thread::isAlive));
    assertThat(desktop.grabs()).isEqualTo(1);
  }

  @Test
  void shouldShowThePictureThatIsThereWithoutASecondGrab() {
    // Given a still screen that is not refined any more
    RecordingReader reader = watch(new RecordingReader());
    soon().until(() -> reader.frames() > 12);
    int grabs = desktop.grabs();

    // When
    RecordingReader glimpse = new RecordingReader();
    feed.glimpse(glimpse);

    // Then T74
    soon().until(() -> glimpse.frames() == 1);
    assertThat(desktop.grabs()).isEqualTo(grabs);
    assertThat(glimpse.sizes()).containsExactly(SIZE);
  }

  @Test
  void shouldShowAGlimpseWhatHasJustChanged() {
    // Given
    RecordingReader reader = watch(new RecordingReader());
    soon().until(() -> reader.frames() > 0);

    // When
    desktop.resize(new ScreenSize(32, 24));
    RecordingReader glimpse = new RecordingReader();
    feed.glimpse(glimpse);

    // Then
    soon().until(() -> glimpse.frames() == 1);
    assertThat(glimpse.sizes()).containsExactly(new ScreenSize(32, 24));
  }

  @Test
  void shouldTellAGlimpseThatTheScreenIsGone() {
    // Given
    desktop.unplug("gone");

    // When
    RecordingReader glimpse = new RecordingReader();
    feed.glimpse(glimpse);

    // Then
    soon().until(() -> !glimpse.reasons().isEmpty());
    soon().untilAsserted(() -> assertThat(threads).noneMatch(Thread::isAlive));
    assertThat(glimpse.frames()).isZero();
  }

  @Test
  void shouldSayOnceThatTheScreenIsGoneAndThatItIsBack() {
    // Given
    RecordingReader reader = watch(new RecordingReader());
    soon().until(() -> reader.frames() > 0);

    // When
    desktop.unplug("gone");
    soon().until(() -> desktop.attempts() > 2);
    desktop.plugIn();

    // Then
    soon().until(() -> news.contains("returned"));
    assertThat(news).containsExactly("lost: gone", "returned");
  }

  @Test
  void shouldSayThatItIsBackToWhoComesAfterAllHaveLeft() {
    // Given
    desktop.unplug("gone");
    RecordingReader glimpse = new RecordingReader();
    feed.glimpse(glimpse);
    soon().until(() -> !glimpse.reasons().isEmpty());
    soon().untilAsserted(() -> assertThat(threads).noneMatch(Thread::isAlive));

    // When
    desktop.plugIn();
    watch(new RecordingReader());

    // Then
    soon().until(() -> news.contains("returned"));
    assertThat(news).containsExactly("lost: gone", "returned");
  }

  @Test
  void shouldGrabNothingWhileNothingChanges() {
    // When
    RecordingReader reader = watch(new RecordingReader());
    soon().until(() -> reader.frames() > 6);

    // Then T78
    assertThat(desktop.grabs()).isEqualTo(1);

    // When
    desktop.change();

    // Then
    soon().until(() -> desktop.grabs() == 2);
  }

  @Test
  void shouldRepeatAPictureQuicklyOnlyForWhoGainsByIt() {
    // Given two who have it sharp
    RecordingReader one = new RecordingReader();
    one.sharp(true);
    watch(one);
    RecordingReader other = watch(new RecordingReader());
    soon().until(() -> other.repetitions() > 3);
    other.sharp(true);
    int before = one.frames();

    // When
    soon().until(() -> one.frames() == before + 2);

    // Then T78: in the end both see it seldom, after one that may have been on its way
    List<Long> times = one.times();
    assertThat(Duration.ofNanos(times.get(before + 1) - times.get(before)))
        .isGreaterThan(Duration.ofSeconds(2));
  }

  @Test
  void shouldTellARepetitionFromANewPicture() {
    // Given
    RecordingReader reader = watch(new RecordingReader());
    soon().until(() -> reader.repetitions() > 1);
    int seen = reader.frames() - reader.repetitions();

    // When one joins, and something changes
    RecordingReader joined = watch(new RecordingReader());
    soon().until(() -> joined.repetitions() > 0);

    // Then: the first that one sees is new to it, whatever others have seen
    assertThat(joined.frames() - joined.repetitions()).isEqualTo(1);
    assertThat(reader.frames() - reader.repetitions()).isEqualTo(seen);
    desktop.change();
    soon().until(() -> reader.frames() - reader.repetitions() == seen + 1);
  }

  @Test
  void shouldReadNothingWhileNobodyWatches() {
    assertThat(desktop.attempts()).isZero();
    assertThat(threads).isEmpty();
    assertThat(feed.size()).isEqualTo(SIZE);
  }

  @Test
  void shouldShareOneCaptureAndItsFrames() {
    // Given
    RecordingReader one = watch(new RecordingReader());
    RecordingReader other = watch(new RecordingReader());

    // When
    soon().until(() -> one.frames() > 3 && other.frames() > 3);

    // Then T70
    assertThat(threads).hasSize(1);
    assertThat(desktop.opened()).isEqualTo(1);
    assertThat(other.buffers().get(0)).isSameAs(one.buffers().get(0));
    assertThat(one.times()).containsAll(other.times().subList(0, 3));
  }

  @Test
  void shouldStopWithTheLastReaderAndNotBefore() {
    // Given
    RecordingReader one = new RecordingReader();
    RecordingReader other = new RecordingReader();
    WatchScreen.Watching first = feed.watch(one);
    WatchScreen.Watching second = feed.watch(other);
    soon().until(() -> one.frames() > 0 && other.frames() > 0);

    // When
    first.close();
    int seen = one.frames();
    int before = other.frames();
    soon().until(() -> other.frames() > before);
    second.close();

    // Then
    assertThat(one.frames()).isEqualTo(seen);
    soon().untilAsserted(() -> assertThat(threads).noneMatch(Thread::isAlive));
    assertThat(desktop.closed()).isEqualTo(1);
  }

  @Test
  void shouldStartAgainAfterItHasStopped() {
    // When
    for (int i = 1; i <= 20; i++) {
      RecordingReader reader = new RecordingReader();
      try (WatchScreen.Watching place = feed.watch(reader)) {
        soon().until(() -> reader.frames() > 0);
        place.refresh();
      }
    }

    // Then
    soon().untilAsserted(() -> assertThat(threads).noneMatch(Thread::isAlive));
  }

  @Test
  void shouldKeepToTheAskedRateWhateverChanges() {
    // Given a screen that changes all the time
    RecordingReader reader = watch(new RecordingReader());

    // When
    soon()
        .until(
            () -> {
              desktop.change();
              return reader.frames() > 25;
            });

    // Then T70: on their grid, so that one late frame brings the next one nearer, but no more
    List<Long> times = reader.times();
    long spent = times.get(25) - times.get(0);
    assertThat(Duration.ofNanos(spent)).isGreaterThanOrEqualTo(INTERVAL.multipliedBy(24));
  }

  @Test
  void shouldGrabNoFasterThanTheMostEagerReaderWants() {
    // Given readers that want fewer than the host would give, and a screen that always changes
    SlowReader reader = new SlowReader(Duration.ofMillis(100));
    watching.add(feed.watch(reader));
    watching.add(feed.watch(new SlowReader(Duration.ofMillis(250))));
    soon().until(() -> reader.frames() > 0);
    int grabs = desktop.grabs();
    long began = System.nanoTime();

    // When
    soon()
        .until(
            () -> {
              desktop.change();
              return desktop.grabs() >= grabs + 8;
            });

    // Then T77: the first may follow somebody's joining
    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .isGreaterThanOrEqualTo(Duration.ofMillis(600));
  }

  @Test
  void shouldGiveWhoJoinsAPictureAtOnceThoughOthersWantFew() {
    // Given a change that waits for its turn in four seconds
    SlowReader slow = new SlowReader(Duration.ofSeconds(4));
    watching.add(feed.watch(slow));
    soon().until(() -> slow.frames() > 1);
    desktop.change();

    // When
    RecordingReader reader = watch(new RecordingReader());
    RecordingReader glimpse = new RecordingReader();
    feed.glimpse(glimpse);

    // Then T78
    Awaitility.await()
        .atMost(Duration.ofSeconds(3))
        .until(() -> reader.frames() > 0 && glimpse.frames() > 0);
  }

  @Test
  void shouldShowWhatASlowReaderPassedOverWhenItsTurnComesWithoutAnotherGrab() {
    // Given a reader that gets all, and one that wants a frame every 900 ms
    watch(new RecordingReader());
    SlowReader slow = new SlowReader(Duration.ofMillis(900));
    watching.add(feed.watch(slow));
    soon().until(() -> slow.frames() > 0);

    // When something changes right after its frame, and nothing follows
    int before = slow.frames();
    soon().until(() -> slow.frames() > before);
    int grabs = desktop.grabs();
    desktop.change();
    soon().until(() -> slow.frames() > before + 1);

    // Then T77: exactly on its turn
    List<Long> times = slow.times();
    Duration apart = Duration.ofNanos(times.get(before + 1) - times.get(before));
    assertThat(apart).isBetween(Duration.ofMillis(880), Duration.ofMillis(960));
    assertThat(desktop.grabs()).isEqualTo(grabs + 1);
  }

  /** Takes a frame only when its turn has come, as a peer with a low rate does. */
  private static final class SlowReader implements ReadFrames {
    private final Duration interval;
    private final RecordingReader taken = new RecordingReader();
    private FrameThinning thinning;

    SlowReader(Duration interval) {
      this.interval = interval;
      this.thinning = FrameThinning.to(interval, INTERVAL);
    }

    @Override
    public void frame(Frame frame, long capturedNanos) {
      Ticks grabbed = new Ticks(capturedNanos);
      if (thinning.takes(grabbed)) {
        taken.frame(frame, capturedNanos);
        thinning = thinning.taken(grabbed);
      } else {
        thinning = thinning.passedOver();
      }
    }

    @Override
    public void unavailable(String reason) {
      taken.unavailable(reason);
    }

    @Override
    public Duration interval() {
      return interval;
    }

    @Override
    public Ticks awaits() {
      return thinning.awaits();
    }

    int frames() {
      return taken.frames();
    }

    List<Long> times() {
      return taken.times();
    }
  }

  @Test
  void shouldShowAChangeOfAStillScreenLongBeforeTheNextRepetition() {
    // Given a picture that was repeated quickly, and is repeated every half second from now on
    RecordingReader reader = watch(new RecordingReader());
    soon().until(() -> reader.frames() >= 13);

    // When
    int before = reader.frames();
    long changed = System.nanoTime();
    desktop.change();
    soon().until(() -> reader.frames() > before);

    // Then T78
    assertThat(Duration.ofNanos(reader.times().get(before) - changed))
        .isBetween(Duration.ZERO, Duration.ofMillis(400));
  }

  @Test
  void shouldFollowAScreenThatChangesItsSize() {
    // Given
    RecordingReader reader = watch(new RecordingReader());
    soon().until(() -> reader.frames() > 0);

    // When
    ScreenSize larger = new ScreenSize(128, 96);
    desktop.resize(larger);

    // Then
    soon().until(() -> reader.sizes().contains(larger));
    assertThat(resizings).containsExactly(larger);
    assertThat(feed.size()).isEqualTo(larger);
  }

  @Test
  void shouldTellOnceThatTheScreenIsGoneAndReadOnWhenItReturns() {
    // Given
    RecordingReader reader = watch(new RecordingReader());
    soon().until(() -> reader.frames() > 0);

    // When
    desktop.unplug("The display is gone.");
    soon().until(() -> desktop.attempts() >= 3);

    // Then
    assertThat(reader.reasons()).containsExactly("The display is gone.");
    int before = reader.frames();
    desktop.plugIn();
    soon().until(() -> reader.frames() > before);
    assertThat(desktop.opened()).isEqualTo(2);
  }

  @Test
  void shouldTellThoseTooWhoCameWhileItWasGone() {
    // Given
    desktop.unplug("The display is gone.");
    RecordingReader early = watch(new RecordingReader());
    soon().until(() -> !early.reasons().isEmpty());

    // When
    RecordingReader late = watch(new RecordingReader());

    // Then
    soon().until(() -> !late.reasons().isEmpty());
    assertThat(early.reasons()).hasSize(1);
  }

  @Test
  void shouldEndSoonWhenTheLastReaderLeavesAScreenThatIsGone() {
    // Given
    desktop.unplug("The display is gone.");
    RecordingReader reader = new RecordingReader();
    WatchScreen.Watching place = feed.watch(reader);
    soon().until(() -> !reader.reasons().isEmpty());

    // When
    place.close();

    // Then
    soon().untilAsserted(() -> assertThat(threads).noneMatch(Thread::isAlive));
  }

  @Test
  void shouldGoOnWithoutAReaderThatThrows() {
    // Given
    AtomicInteger calls = new AtomicInteger();
    watching.add(
        feed.watch(
            new Failing() {
              @Override
              public void frame(Frame frame, long capturedNanos) {
                calls.incrementAndGet();
                throw new UnsatisfiedLinkError("planted");
              }
            }));

    // When
    RecordingReader reader = watch(new RecordingReader());
    soon().until(() -> reader.frames() > 3);

    // Then
    assertThat(calls).hasValue(1);
  }

  @Test
  void shouldOutliveAReaderThatThrowsAtBadNews() {
    // Given
    desktop.unplug("The display is gone.");
    watching.add(feed.watch(new Failing()));
    RecordingReader reader = watch(new RecordingReader());
    soon().until(() -> !reader.reasons().isEmpty());

    // When
    desktop.plugIn();

    // Then
    soon().until(() -> reader.frames() > 0);
  }

  @Test
  void shouldEndWhenTheOnlyReaderThrows() {
    // When
    watching.add(feed.watch(new Failing()));

    // Then
    soon().untilAsserted(() -> assertThat(threads).hasSize(1).noneMatch(Thread::isAlive));
    RecordingReader reader = watch(new RecordingReader());
    soon().until(() -> reader.frames() > 0);
  }

  @Test
  void shouldWaitForAFrameInProgressBeforeClosingReturns() throws Exception {
    // Given a reader in the midst of a frame
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicBoolean finished = new AtomicBoolean();
    WatchScreen.Watching place =
        feed.watch(
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
        feed.watch(
            new Failing() {
              @Override
              public void frame(Frame frame, long capturedNanos) {
                frames.incrementAndGet();
                own.forEach(WatchScreen.Watching::close);
              }
            }));

    // Then
    soon().untilAsserted(() -> assertThat(threads).noneMatch(Thread::isAlive));
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

  private RecordingReader watch(RecordingReader reader) {
    watching.add(feed.watch(reader));
    return reader;
  }

  private static ConditionFactory soon() {
    return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(2));
  }
}
