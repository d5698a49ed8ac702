package dev.contop.application.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.time.FakeWallClock;
import dev.contop.domain.recording.RecordingFormat;
import dev.contop.domain.recording.RecordingName;
import dev.contop.domain.recording.Retention;
import dev.contop.domain.recording.ShownRecording;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The files of recordings (T75): what is being written stays, whatever there is too much of. */
class ShelfTest {

  private static final RecordingName OLD = named("2030-01-01T10:00:00Z");
  private static final RecordingName NEW = named("2030-01-01T11:00:00Z");

  private final InMemoryRecordings kept = new InMemoryRecordings();

  /** There is room for three bytes. */
  private final Shelf shelf =
      new Shelf(kept, new Retention(3, Optional.empty()), new FakeWallClock());

  private static RecordingName named(String began) {
    return RecordingName.of(Instant.parse(began), "Ann's phone", RecordingFormat.MP4);
  }

  @BeforeEach
  void shouldHaveTwoOfTwoBytes() throws IOException {
    kept.make(OLD).append("ab");
    kept.make(NEW).append("cd");
  }

  @Test
  void shouldRemoveTheOldestWhenThereIsTooMuch() throws IOException {
    shelf.tidy();

    assertThat(shelf.recordings()).extracting(one -> one.recording().name()).containsExactly(NEW);
  }

  @Test
  void shouldLeaveAloneWhatIsBeingWrittenUntilItIsClosed() throws IOException {
    // Given
    shelf.opened(OLD);
    shelf.opened(NEW);

    // When
    shelf.tidy();

    // Then
    assertThat(shelf.recordings()).hasSize(2).allMatch(ShownRecording::running);

    // When
    shelf.closed(OLD);
    shelf.tidy();

    // Then
    assertThat(shelf.recordings()).extracting(one -> one.recording().name()).containsExactly(NEW);
  }

  @Test
  void shouldReadOnlyWhatHasTheNameOfARecording() throws IOException {
    assertThat(shelf.read(OLD.value())).isPresent();
    assertThat(shelf.read(OLD.captions())).isPresent();
    assertThat(shelf.read("../" + OLD.value())).isEmpty();
    assertThat(shelf.read("devices.json")).isEmpty();
  }
}
