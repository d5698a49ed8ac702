package dev.contop.capture.humble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.recording.RecordingFormat;
import dev.contop.domain.recording.RecordingName;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is left of a recording whose process dies, or whose disk is full (T75). */
@Timeout(180)
class CrashedRecordingTest {

  /** With the shortest fragment and the longest pause between two pictures of a still screen. */
  private static final long MOST_LOST = 1500;

  /** Random moments for either format: more with {@code -Dcontop.soak}. */
  private static final int MOMENTS = Math.min(5, Integer.getInteger("contop.soak", 1));

  private static final int STILL = 500;
  private static final int MOVING = 60;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void shouldLeaveAFileThatIsWholeUpToTheLastSecond(RecordingFormat format) throws Exception {
    // Given
    Random random = new Random(20240612L + format.ending().length());
    for (int i = 0; i < MOMENTS; i++) {
      RecordingName name = RecordingName.of(Instant.ofEpochSecond(i), "phone", format);
      boolean moves = (i % 2 == 0) == (format == RecordingFormat.MP4);
      int interval = moves ? MOVING : STILL;
      Process process = start(name, interval, 0);
      try (BufferedReader said = process.inputReader()) {
        // When
        long killAt = 1000L + random.nextInt(3000);
        long last = 0;
        for (String line = said.readLine(); line != null; line = said.readLine()) {
          last = Long.parseLong(line);
          if (last >= killAt && process.isAlive()) {
            kill(process);
          }
        }

        // Then
        Path file = folder.resolve(name.value());
        List<Long> times = Ffmpeg.times(file);
        long kept = times.get(times.size() - 1);
        System.out.printf(
            "%s, every %d ms, killed after %d ms: %d ms lost%n",
            format.ending(), interval, last, last - kept);
        assertThat(Ffmpeg.complaints(file)).isBlank();
        assertThat(last - kept).isLessThanOrEqualTo(MOST_LOST);
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
  }

  @Test
  void shouldSayThatTheDiskIsFullAndLeaveWhatIsThere() throws Exception {
    // Given
    RecordingName name = RecordingName.of(Instant.EPOCH, "phone", RecordingFormat.MP4);

    // When
    Process process = start(name, 20, 1_000_000);
    List<String> said = new ArrayList<>();
    try (BufferedReader out = process.inputReader()) {
      out.lines().forEach(said::add);
    } finally {
      process.destroyForcibly().waitFor();
    }

    // Then
    assertThat(said).contains("failed: The disk is full, or may not be written.");
    assertThat(said.get(said.size() - 1)).startsWith("closed");
    Path file = folder.resolve(name.value());
    assertThat(Files.size(file)).isLessThanOrEqualTo(1_000_000);
    assertThat(Ffmpeg.times(file)).hasSizeGreaterThan(1);
  }

  private Process start(RecordingName name, int interval, long most) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-Xmx256m",
            "-Djava.io.tmpdir=" + folder,
            RecordsUntilKilled.class.getName(),
            folder.toString(),
            name.value(),
            String.valueOf(interval),
            String.valueOf(most))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void kill(Process process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-KILL", String.valueOf(process.pid())).start().waitFor();
  }
}
