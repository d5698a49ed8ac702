package dev.contop.application.screen;

import static dev.contop.application.screen.FeedFixture.soon;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A screen that goes away while somebody watches, and returns. */
@Timeout(60)
class LostScreenTest {

  @RegisterExtension final FeedFixture fixture = new FeedFixture();

  @Test
  void shouldSayOnceThatTheScreenIsGoneAndThatItIsBack() {
    // Given
    RecordingReader reader = fixture.watch(new RecordingReader());
    soon().until(() -> reader.frames() > 0);

    // When
    fixture.desktop().unplug("gone");
    soon().until(() -> fixture.desktop().attempts() > 2);
    fixture.desktop().plugIn();

    // Then
    soon().until(() -> fixture.news().contains("returned"));
    assertThat(fixture.news()).containsExactly("lost: gone", "returned");
  }

  @Test
  void shouldSayThatItIsBackToWhoComesAfterAllHaveLeft() {
    // Given
    fixture.desktop().unplug("gone");
    RecordingReader glimpse = new RecordingReader();
    fixture.feed().glimpse(glimpse);
    soon().until(() -> !glimpse.reasons().isEmpty());
    fixture.awaitEnd();

    // When
    fixture.desktop().plugIn();
    fixture.watch(new RecordingReader());

    // Then
    soon().until(() -> fixture.news().contains("returned"));
    assertThat(fixture.news()).containsExactly("lost: gone", "returned");
  }

  @Test
  void shouldTellOnceThatTheScreenIsGoneAndReadOnWhenItReturns() {
    // Given
    RecordingReader reader = fixture.watch(new RecordingReader());
    soon().until(() -> reader.frames() > 0);

    // When
    fixture.desktop().unplug("The display is gone.");
    soon().until(() -> fixture.desktop().attempts() >= 3);

    // Then
    assertThat(reader.reasons()).containsExactly("The display is gone.");
    int before = reader.frames();
    fixture.desktop().plugIn();
    soon().until(() -> reader.frames() > before);
    assertThat(fixture.desktop().opened()).isEqualTo(2);
  }

  @Test
  void shouldTellThoseTooWhoCameWhileItWasGone() {
    // Given
    fixture.desktop().unplug("The display is gone.");
    RecordingReader early = fixture.watch(new RecordingReader());
    soon().until(() -> !early.reasons().isEmpty());

    // When
    RecordingReader late = fixture.watch(new RecordingReader());

    // Then
    soon().until(() -> !late.reasons().isEmpty());
    assertThat(early.reasons()).hasSize(1);
  }

  @Test
  void shouldEndSoonWhenTheLastReaderLeavesAScreenThatIsGone() {
    // Given
    fixture.desktop().unplug("The display is gone.");
    RecordingReader reader = new RecordingReader();
    WatchScreen.Watching place = fixture.feed().watch(reader);
    soon().until(() -> !reader.reasons().isEmpty());

    // When
    place.close();

    // Then
    fixture.awaitEnd();
  }
}
