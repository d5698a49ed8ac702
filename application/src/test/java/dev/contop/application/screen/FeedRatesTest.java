package dev.contop.application.screen;

import static dev.contop.application.screen.FeedFixture.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.limits.Ticks;
import dev.contop.domain.media.FrameThinning;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How often a feed grabs and gives, whatever its readers want. Against the real clock. */
@Timeout(60)
class FeedRatesTest {

  @RegisterExtension final FeedFixture fixture = new FeedFixture();

  @Test
  void shouldKeepToTheAskedRateWhateverChanges() {
    // Given a screen that changes all the time
    RecordingReader reader = fixture.watch(new RecordingReader());

    // When
    soon()
        .until(
            () -> {
              fixture.desktop().change();
              return reader.frames() > 25;
            });

    // Then T70: on their grid, so that one late frame brings the next one nearer, but no more
    List<Long> times = reader.times();
    long spent = times.get(25) - times.get(0);
    assertThat(Duration.ofNanos(spent))
        .isGreaterThanOrEqualTo(FeedFixture.INTERVAL.multipliedBy(24));
  }

  @Test
  void shouldGrabNoFasterThanTheMostEagerReaderWants() {
    // Given readers that want fewer than the host would give, and a screen that always changes
    SlowReader reader = new SlowReader(Duration.ofMillis(100));
    fixture.watch(reader);
    fixture.watch(new SlowReader(Duration.ofMillis(250)));
    soon().until(() -> reader.frames() > 0);
    int grabs = fixture.desktop().grabs();
    long began = System.nanoTime();

    // When
    soon()
        .until(
            () -> {
              fixture.desktop().change();
              return fixture.desktop().grabs() >= grabs + 8;
            });

    // Then T77: the first may follow somebody's joining
    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .isGreaterThanOrEqualTo(Duration.ofMillis(600));
  }

  @Test
  void shouldGiveWhoJoinsAPictureAtOnceThoughOthersWantFew() {
    // Given a change that waits for its turn in four seconds
    SlowReader slow = new SlowReader(Duration.ofSeconds(4));
    fixture.watch(slow);
    soon().until(() -> slow.frames() > 1);
    fixture.desktop().change();

    // When
    RecordingReader reader = fixture.watch(new RecordingReader());
    RecordingReader glimpse = new RecordingReader();
    fixture.feed().glimpse(glimpse);

    // Then T78
    Awaitility.await()
        .atMost(Duration.ofSeconds(3))
        .until(() -> reader.frames() > 0 && glimpse.frames() > 0);
  }

  @Test
  void shouldShowWhatASlowReaderPassedOverWhenItsTurnComesWithoutAnotherGrab() {
    // Given a reader that gets all, and one that wants a frame every 900 ms
    fixture.watch(new RecordingReader());
    SlowReader slow = new SlowReader(Duration.ofMillis(900));
    fixture.watch(slow);
    soon().until(() -> slow.frames() > 0);

    // When something changes right after its frame, and nothing follows
    int before = slow.frames();
    soon().until(() -> slow.frames() > before);
    int grabs = fixture.desktop().grabs();
    fixture.desktop().change();
    soon().until(() -> slow.frames() > before + 1);

    // Then T77: exactly on its turn
    List<Long> times = slow.times();
    Duration apart = Duration.ofNanos(times.get(before + 1) - times.get(before));
    assertThat(apart).isBetween(Duration.ofMillis(880), Duration.ofMillis(960));
    assertThat(fixture.desktop().grabs()).isEqualTo(grabs + 1);
  }

  /** Takes a frame only when its turn has come, as a peer with a low rate does. */
  private static final class SlowReader implements ReadFrames {
    private final Duration interval;
    private final RecordingReader taken = new RecordingReader();
    private FrameThinning thinning;

    SlowReader(Duration interval) {
      this.interval = interval;
      this.thinning = FrameThinning.to(interval, FeedFixture.INTERVAL);
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
}
