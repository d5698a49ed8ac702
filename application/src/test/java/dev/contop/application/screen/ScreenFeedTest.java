package dev.contop.application.screen;

import static dev.contop.application.screen.FeedFixture.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.media.ScreenSize;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Against the real clock, since the feed waits for it; a fake desktop says what there is to see.
 */
@Timeout(60)
class ScreenFeedTest {

  @RegisterExtension final FeedFixture fixture = new FeedFixture();

  @Test
  void shouldGiveTheFirstFrameAtOnceAndWithoutAChange() {
    // When
    RecordingReader reader = fixture.watch(new RecordingReader());

    // Then T73
    soon().until(() -> reader.frames() > 0);
    assertThat(reader.sizes().get(0)).isEqualTo(FeedFixture.SIZE);
    assertThat(fixture.threads()).hasSize(1);
  }

  @Test
  void shouldGrabNothingWhileNothingChanges() {
    // When
    RecordingReader reader = fixture.watch(new RecordingReader());
    soon().until(() -> reader.frames() > 6);

    // Then T78
    assertThat(fixture.desktop().grabs()).isEqualTo(1);

    // When
    fixture.desktop().change();

    // Then
    soon().until(() -> fixture.desktop().grabs() == 2);
  }

  @Test
  void shouldRepeatAPictureQuicklyOnlyForWhoGainsByIt() {
    // Given two who have it sharp
    RecordingReader one = new RecordingReader();
    one.sharp(true);
    fixture.watch(one);
    RecordingReader other = fixture.watch(new RecordingReader());
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
    RecordingReader reader = fixture.watch(new RecordingReader());
    soon().until(() -> reader.repetitions() > 1);
    int seen = reader.frames() - reader.repetitions();

    // When one joins, and something changes
    RecordingReader joined = fixture.watch(new RecordingReader());
    soon().until(() -> joined.repetitions() > 0);

    // Then: the first that one sees is new to it, whatever others have seen
    assertThat(joined.frames() - joined.repetitions()).isEqualTo(1);
    assertThat(reader.frames() - reader.repetitions()).isEqualTo(seen);
    fixture.desktop().change();
    soon().until(() -> reader.frames() - reader.repetitions() == seen + 1);
  }

  @Test
  void shouldReadNothingWhileNobodyWatches() {
    assertThat(fixture.desktop().attempts()).isZero();
    assertThat(fixture.threads()).isEmpty();
    assertThat(fixture.feed().size()).isEqualTo(FeedFixture.SIZE);
  }

  @Test
  void shouldShareOneCaptureAndItsFrames() {
    // Given
    RecordingReader one = fixture.watch(new RecordingReader());
    RecordingReader other = fixture.watch(new RecordingReader());

    // When
    soon().until(() -> one.frames() > 3 && other.frames() > 3);

    // Then T70
    assertThat(fixture.threads()).hasSize(1);
    assertThat(fixture.desktop().opened()).isEqualTo(1);
    assertThat(other.buffers().get(0)).isSameAs(one.buffers().get(0));
    assertThat(one.times()).containsAll(other.times().subList(0, 3));
  }

  @Test
  void shouldStopWithTheLastReaderAndNotBefore() {
    // Given
    RecordingReader one = new RecordingReader();
    RecordingReader other = new RecordingReader();
    WatchScreen.Watching first = fixture.feed().watch(one);
    WatchScreen.Watching second = fixture.feed().watch(other);
    soon().until(() -> one.frames() > 0 && other.frames() > 0);

    // When
    first.close();
    int seen = one.frames();
    int before = other.frames();
    soon().until(() -> other.frames() > before);
    second.close();

    // Then
    assertThat(one.frames()).isEqualTo(seen);
    fixture.awaitEnd();
    assertThat(fixture.desktop().closed()).isEqualTo(1);
  }

  @Test
  void shouldStartAgainAfterItHasStopped() {
    // When
    for (int i = 1; i <= 20; i++) {
      RecordingReader reader = new RecordingReader();
      try (WatchScreen.Watching place = fixture.feed().watch(reader)) {
        soon().until(() -> reader.frames() > 0);
        place.refresh();
      }
    }

    // Then
    fixture.awaitEnd();
  }

  @Test
  void shouldShowAChangeOfAStillScreenLongBeforeTheNextRepetition() {
    // Given a picture that was repeated quickly, and is repeated every half second from now on
    RecordingReader reader = fixture.watch(new RecordingReader());
    soon().until(() -> reader.frames() >= 13);

    // When
    int before = reader.frames();
    long changed = System.nanoTime();
    fixture.desktop().change();
    soon().until(() -> reader.frames() > before);

    // Then T78
    assertThat(Duration.ofNanos(reader.times().get(before) - changed))
        .isBetween(Duration.ZERO, Duration.ofMillis(400));
  }

  @Test
  void shouldFollowAScreenThatChangesItsSize() {
    // Given
    RecordingReader reader = fixture.watch(new RecordingReader());
    soon().until(() -> reader.frames() > 0);

    // When
    ScreenSize larger = new ScreenSize(128, 96);
    fixture.desktop().resize(larger);

    // Then
    soon().until(() -> reader.sizes().contains(larger));
    assertThat(fixture.resizings()).containsExactly(larger);
    assertThat(fixture.feed().size()).isEqualTo(larger);
  }
}
