package dev.contop.application.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.recording.RecordingFormat;
import dev.contop.domain.recording.RecordingName;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What whoever writes video files promises (T75). */
public abstract class VideoFileContract {

  protected static final ScreenSize SIZE = new ScreenSize(64, 48);

  /** Makes the empty file, as whoever keeps recordings does. */
  protected abstract void make(RecordingName name);

  protected abstract OpenVideoFile subject();

  /** How many pictures the file holds, and when each is shown, in milliseconds. */
  protected abstract List<Long> times(RecordingName name);

  /** The size of its pictures. */
  protected abstract ScreenSize size(RecordingName name);

  /** Makes it impossible to write to the file that is to be opened under that name. */
  protected abstract void spoil(RecordingName name);

  protected static RecordingName name(RecordingFormat format) {
    return RecordingName.of(Instant.parse("2030-01-01T12:00:00Z"), "phone", format);
  }

  /** A picture of one colour, with some bytes between its rows. */
  protected static ByteBuffer picture(ScreenSize size, int stride, int shade) {
    ByteBuffer pixels = ByteBuffer.allocateDirect(stride * size.height());
    while (pixels.hasRemaining()) {
      pixels.put((byte) shade);
    }
    return pixels.clear();
  }

  @ParameterizedTest
  @EnumSource
  void shouldKeepEveryPictureAtItsTime(RecordingFormat format) throws RecordingFailed {
    // Given
    RecordingName name = name(format);
    make(name);

    // When
    try (VideoFile file = subject().open(name, SIZE)) {
      for (long at : new long[] {0, 64, 128, 628, 1700}) {
        file.add(
            picture(SIZE, SIZE.width() * 4, (int) at), SIZE.width() * 4, Duration.ofMillis(at));
      }
    }

    // Then
    assertThat(times(name)).containsExactly(0L, 64L, 128L, 628L, 1700L);
    assertThat(size(name)).isEqualTo(SIZE);
  }

  @ParameterizedTest
  @CsvSource({"63,47", "1,1", "65,3", "2001,101"})
  void shouldTakePicturesOfAnySize(int width, int height) throws RecordingFailed {
    // Given
    ScreenSize odd = new ScreenSize(width, height);
    RecordingName name = name(RecordingFormat.MP4);
    make(name);
    int stride = width * 4 + 12;

    // When
    try (VideoFile file = subject().open(name, odd)) {
      file.add(picture(odd, stride, 10), stride, Duration.ZERO);
      file.add(picture(odd, stride, 200), stride, Duration.ofMillis(64));
    }

    // Then
    assertThat(times(name)).hasSize(2);
    assertThat(size(name)).isEqualTo(odd.fittedTo(1920));
  }

  @Test
  void shouldSayInWordsThatTheFileCannotBeOpened() {
    // Given
    RecordingName name = name(RecordingFormat.MP4);
    spoil(name);

    // Then
    assertThatThrownBy(() -> subject().open(name, SIZE))
        .isInstanceOfSatisfying(
            RecordingFailed.class,
            failed -> assertThat(failed.reason()).endsWith(".").doesNotContain("/"));
  }

  @Test
  void shouldCloseTwiceAndWithoutAPicture() throws RecordingFailed {
    // Given
    RecordingName name = name(RecordingFormat.MP4);
    make(name);
    VideoFile file = subject().open(name, SIZE);

    // When
    file.close();
    file.close();

    // Then
    assertThat(times(name)).isEmpty();
  }
}
