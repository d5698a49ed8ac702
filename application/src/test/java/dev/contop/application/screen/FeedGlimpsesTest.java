package dev.contop.application.screen;

import static dev.contop.application.screen.FeedFixture.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.media.ScreenSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One look at the screen, for a still (T74). */
@Timeout(60)
class FeedGlimpsesTest {

  @RegisterExtension final FeedFixture fixture = new FeedFixture();

  @Test
  void shouldGrabOnceForAGlimpseWhenNobodyWatches() {
    // When
    RecordingReader glimpse = new RecordingReader();
    fixture.feed().glimpse(glimpse);

    // Then T74
    soon().until(() -> glimpse.frames() == 1);
    fixture.awaitEnd();
    assertThat(fixture.desktop().grabs()).isEqualTo(1);
  }

  @Test
  void shouldShowThePictureThatIsThereWithoutASecondGrab() {
    // Given a still screen that is not refined any more
    RecordingReader reader = fixture.watch(new RecordingReader());
    soon().until(() -> reader.frames() > 12);
    int grabs = fixture.desktop().grabs();

    // When
    RecordingReader glimpse = new RecordingReader();
    fixture.feed().glimpse(glimpse);

    // Then T74
    soon().until(() -> glimpse.frames() == 1);
    assertThat(fixture.desktop().grabs()).isEqualTo(grabs);
    assertThat(glimpse.sizes()).containsExactly(FeedFixture.SIZE);
  }

  @Test
  void shouldShowAGlimpseWhatHasJustChanged() {
    // Given
    RecordingReader reader = fixture.watch(new RecordingReader());
    soon().until(() -> reader.frames() > 0);

    // When
    fixture.desktop().resize(new ScreenSize(32, 24));
    RecordingReader glimpse = new RecordingReader();
    fixture.feed().glimpse(glimpse);

    // Then
    soon().until(() -> glimpse.frames() == 1);
    assertThat(glimpse.sizes()).containsExactly(new ScreenSize(32, 24));
  }

  @Test
  void shouldTellAGlimpseThatTheScreenIsGone() {
    // Given
    fixture.desktop().unplug("gone");

    // When
    RecordingReader glimpse = new RecordingReader();
    fixture.feed().glimpse(glimpse);

    // Then
    soon().until(() -> !glimpse.reasons().isEmpty());
    fixture.awaitEnd();
    assertThat(glimpse.frames()).isZero();
  }
}
