package dev.contop.application.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contop.domain.recording.RecordingFormat;
import dev.contop.domain.recording.RecordingName;
import dev.contop.domain.recording.StoredRecording;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What whoever keeps recordings promises (T75). */
public abstract class KeepRecordingsContract {

  protected static final RecordingName FIRST = name("2030-01-01T12:00:00Z", RecordingFormat.MP4);
  protected static final RecordingName SECOND = name("2030-01-02T12:00:00Z", RecordingFormat.WEBM);

  protected abstract KeepRecordings subject();

  private static RecordingName name(String began, RecordingFormat format) {
    return RecordingName.of(Instant.parse(began), "phone", format);
  }

  @Test
  void shouldHaveNothingAtFirst() throws IOException {
    assertThat(subject().list()).isEmpty();
    assertThat(subject().read(FIRST, false)).isEmpty();
    subject().remove(FIRST);
  }

  @Test
  void shouldSayHowMuchRoomThereIsBeforeAnythingIsKeptAndAfterwards() throws IOException {
    assertThat(subject().room()).isPositive();
    subject().make(FIRST).close();
    assertThat(subject().room()).isPositive();
  }

  @Test
  void shouldListTheNewestFirstWithTheirCaptionsBytes() throws IOException {
    // Given
    subject().make(FIRST).close();
    try (KeepRecordings.WriteCaptions captions = subject().make(SECOND)) {
      captions.append("äbc");
    }

    // Then
    assertThat(subject().list()).extracting(StoredRecording::name).containsExactly(SECOND, FIRST);
    assertThat(subject().list()).extracting(StoredRecording::bytes).containsExactly(4L, 0L);
  }

  @Test
  void shouldReadCaptionsWhileTheyAreWritten() throws IOException {
    // Given
    try (KeepRecordings.WriteCaptions captions = subject().make(FIRST)) {
      captions.append("one ");

      try (KeepRecordings.StoredBytes stored = subject().read(FIRST, true).orElseThrow()) {
        // When
        captions.append("two");

        // Then
        ByteBuffer bytes = ByteBuffer.allocate(16);
        assertThat(stored.size()).isEqualTo(7);
        assertThat(stored.read(bytes, 4)).isEqualTo(3);
        assertThat(new String(bytes.array(), 0, 3, StandardCharsets.UTF_8)).isEqualTo("two");
        assertThat(stored.read(bytes, 7)).isEqualTo(-1);
      }
    }
  }

  @Test
  void shouldNeverWriteOverARecording() throws IOException {
    // Given
    subject().make(FIRST).close();

    // Then
    assertThatThrownBy(() -> subject().make(FIRST)).isInstanceOf(IOException.class);
  }

  @Test
  void shouldRemoveARecordingWithItsCaptions() throws IOException {
    // Given
    subject().make(FIRST).close();

    // When
    subject().remove(FIRST);

    // Then
    assertThat(subject().list()).isEmpty();
    assertThat(subject().read(FIRST, true)).isEmpty();
  }
}
