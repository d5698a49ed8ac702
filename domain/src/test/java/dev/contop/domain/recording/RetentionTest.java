package dev.contop.domain.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which recordings go when there are too many (T75). */
class RetentionTest {

  private static final Instant NOW = Instant.parse("2030-01-31T12:00:00Z");

  private final StoredRecording first = stored("2030-01-01T00:00:00Z", 100);
  private final StoredRecording second = stored("2030-01-10T00:00:00Z", 100);
  private final StoredRecording third = stored("2030-01-20T00:00:00Z", 100);

  @Test
  void shouldRemoveTheOldestUntilTheRestFits() {
    // Given
    Retention retention = new Retention(150, Optional.empty());

    // Then
    assertThat(retention.surplus(List.of(third, first, second), Set.of(), NOW))
        .containsExactly(first.name(), second.name());
    assertThat(retention.surplus(List.of(third), Set.of(), NOW)).isEmpty();
  }

  @Test
  void shouldNeverRemoveWhatIsBeingWritten() {
    // Given
    Retention retention = new Retention(0, Optional.of(Duration.ofDays(1)));

    // Then
    assertThat(retention.surplus(List.of(first, second), Set.of(first.name()), NOW))
        .containsExactly(second.name());
  }

  @Test
  void shouldRemoveWhatIsTooOld() {
    // Given
    Retention retention = new Retention(1000, Optional.of(Duration.ofDays(21)));

    // Then
    assertThat(retention.surplus(List.of(first, second, third), Set.of(), NOW))
        .containsExactly(first.name(), second.name());
  }

  private static StoredRecording stored(String began, long bytes) {
    Instant at = Instant.parse(began);
    return new StoredRecording(RecordingName.of(at, "phone", RecordingFormat.MP4), bytes, at);
  }
}
