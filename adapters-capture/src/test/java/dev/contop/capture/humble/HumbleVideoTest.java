package dev.contop.capture.humble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contop.application.recording.OpenVideoFile;
import dev.contop.application.recording.RecordingFailed;
import dev.contop.application.recording.VideoFile;
import dev.contop.application.recording.VideoFileContract;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.recording.RecordingFormat;
import dev.contop.domain.recording.RecordingName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real files, decoded by somebody else (T75). */
@Timeout(120)
class HumbleVideoTest extends VideoFileContract {

  private static final ScreenSize SCREEN = new ScreenSize(1280, 720);

  private static final ScreenSize SMALL = new ScreenSize(640, 360);

  @TempDir private Path folder;

  @Override
  protected void make(RecordingName name) {
    try {
      Files.createFile(folder.resolve(name.value()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  protected OpenVideoFile subject() {
    try {
      return new HumbleVideo(folder);
    } catch (RecordingFailed failed) {
      throw new AssertionError(failed.reason(), failed);
    }
  }

  @Override
  protected List<Long> times(RecordingName name) {
    Path file = folder.resolve(name.value());
    List<Long> times = Ffmpeg.times(file);
    if (!times.isEmpty()) {
      assertThat(Ffmpeg.complaints(file)).isBlank();
    }
    return times;
  }

  @Override
  protected ScreenSize size(RecordingName name) {
    return Ffmpeg.size(folder.resolve(name.value()));
  }

  @Override
  protected void spoil(RecordingName name) {
    try {
      Files.createDirectory(folder.resolve(name.value()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Test
  void shouldSayThatThereIsNoRoomToUnpackTheLibrary() {
    assertThatThrownBy(() -> new HumbleVideo(folder, 105_000_000))
        .isInstanceOfSatisfying(
            RecordingFailed.class,
            failed -> assertThat(failed.reason()).isEqualTo(HumbleVideo.NO_ROOM));
  }

  @Test
  void shouldSayThatTheEncoderCannotBeOpenedAndOpenTheNext() throws Exception {
    // Given a desktop that is higher than VP8 can be (RFC 6386, section 9.1: 14 bits)
    ScreenSize tower = new ScreenSize(64, 16_384);
    RecordingName name = name(RecordingFormat.WEBM);
    make(name);

    // When
    RecordingFailed failed =
        catchThrowableOfType(RecordingFailed.class, () -> subject().open(name, tower));

    // Then
    assertThat(failed.reason()).isEqualTo("The encoder cannot be opened.");
    assertThat(folder.resolve(name.value())).isEmptyFile();

    // When
    try (VideoFile file = subject().open(name, SIZE)) {
      file.add(picture(SIZE, SIZE.width() * 4, 10), SIZE.width() * 4, Duration.ZERO);
    }

    // Then
    assertThat(times(name)).containsExactly(0L);
  }

  @ParameterizedTest
  @EnumSource
  void shouldCostLittleWhileNothingChanges(RecordingFormat format) throws Exception {
    // Given
    RecordingName name = name(format);
    make(name);
    int stride = SCREEN.width() * 4;
    ByteBuffer still = text(SCREEN, 0);

    // When: a minute of stillness, as a recording writes it
    try (VideoFile file = subject().open(name, SCREEN)) {
      for (int i = 0; i < 120; i++) {
        file.add(still, stride, Duration.ofMillis(500L * i));
      }
    }

    // Then: an hour of it is some megabytes
    long bytes = Files.size(folder.resolve(name.value()));
    System.out.printf("stillness as %s: %d bytes in a minute%n", format.ending(), bytes);
    assertThat(bytes).isLessThan(400_000);
    assertThat(times(name)).hasSize(120);
  }

  @Test
  void shouldKeepItsMemoryFlat() throws Exception {
    // Given
    RecordingName name = name(RecordingFormat.MP4);
    make(name);
    ByteBuffer[] pictures = {text(SMALL, 0), text(SMALL, 1), text(SMALL, 5)};

    // When
    long before;
    long after;
    try (VideoFile file = subject().open(name, SMALL)) {
      int written = write(file, pictures, 0, 60);
      before = resident();
      write(file, pictures, written, 250);
      after = resident();
    }

    // Then
    System.out.printf("250 pictures: resident %d to %d KiB%n", before, after);
    assertThat(after - before).isLessThan(24 * 1024);
  }

  @Test
  void shouldRecordSeveralAtOnceAndOneAfterTheOther() throws Exception {
    // Given: files that are opened and closed at the same time on several threads
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Future<Integer>> done = new ArrayList<>();
      for (int thread = 0; thread < 3; thread++) {
        Path own = Files.createDirectory(folder.resolve("thread" + thread));
        done.add(threads.submit(recordsRepeatedly(own)));
      }

      // Then
      for (Future<Integer> one : done) {
        assertThat(one.get()).isEqualTo(10);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<Integer> recordsRepeatedly(Path own) {
    return () -> {
      int whole = 0;
      for (int i = 0; i < 10; i++) {
        RecordingName name = name(i % 2 == 0 ? RecordingFormat.MP4 : RecordingFormat.WEBM);
        Path file = own.resolve(name.value());
        Files.deleteIfExists(file);
        Files.createFile(file);
        try (VideoFile video = new HumbleVideo(own).open(name, SIZE)) {
          video.add(picture(SIZE, 256, i), 256, Duration.ZERO);
          video.add(picture(SIZE, 256, i + 50), 256, Duration.ofMillis(64));
        }
        whole += Ffmpeg.times(file).size() == 2 ? 1 : 0;
      }
      return whole;
    };
  }

  private static int write(VideoFile file, ByteBuffer[] pictures, int first, int count)
      throws RecordingFailed {
    for (int i = first; i < first + count; i++) {
      file.add(pictures[i % pictures.length], SMALL.width() * 4, Duration.ofMillis(64L * i));
    }
    return first + count;
  }

  /** Dark marks in lines on a light ground, scrolled by some lines. */
  private static ByteBuffer text(ScreenSize size, int scrolled) {
    ByteBuffer pixels = ByteBuffer.allocateDirect(size.width() * size.height() * 4);
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        int line = y / 16 + scrolled;
        boolean mark = y % 16 < 10 && (x / 5 * 7 + line * 13) % 11 < 5;
        pixels.putInt(mark ? 0x18181800 : 0xEBEBEB00);
      }
    }
    return pixels.clear();
  }

  static ByteBuffer noise(ScreenSize size, long seed) {
    byte[] bytes = new byte[size.width() * size.height() * 4];
    new Random(seed).nextBytes(bytes);
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).clear();
  }

  private static long resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow();
  }
}
