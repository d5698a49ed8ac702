package dev.contop.capture.humble;

import dev.contop.domain.media.ScreenSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What somebody else's decoder makes of a file. */
final class Ffmpeg {

  private Ffmpeg() {}

  /** Everything that it complains about when it decodes all of the file. */
  static String complaints(Path file) {
    // Times are passed through, since nothing but decoding is asked of it.
    return run(
        true,
        "ffmpeg",
        "-v",
        "error",
        "-i",
        file.toString(),
        "-vsync",
        "passthrough",
        "-enc_time_base",
        "1:1000",
        "-f",
        "rawvideo",
        "-y",
        "/dev/null");
  }

  /** When each picture is shown, in milliseconds. */
  static List<Long> times(Path file) {
    List<Long> times = new ArrayList<>();
    for (String line : probe(file, "packet=pts_time").split("\n", -1)) {
      if (!line.isBlank()) {
        times.add(new BigDecimal(line.strip()).movePointRight(3).longValue());
      }
    }
    return times;
  }

  static ScreenSize size(Path file) {
    String[] sides = probe(file, "stream=width,height").strip().split(",", -1);
    return new ScreenSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
  }

  private static String probe(Path file, String entries) {
    return run(
        false,
        "ffprobe",
        "-v",
        "error",
        "-select_streams",
        "v",
        "-show_entries",
        entries,
        "-of",
        "csv=p=0",
        file.toString());
  }

  private static String run(boolean complaints, String... command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(complaints);
      if (!complaints) {
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      }
      Process process = builder.start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      return status == 0 || !complaints || !said.isBlank() ? said : "status " + status;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(hurried);
    }
  }
}
