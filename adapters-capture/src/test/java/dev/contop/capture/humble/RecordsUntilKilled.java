package dev.contop.capture.humble;

import dev.contop.application.recording.RecordingFailed;
import dev.contop.application.recording.VideoFile;
import dev.contop.domain.media.ScreenSize;
import dev.contop.domain.recording.RecordingName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that records until somebody kills it, or until its file may not grow any more.
 * Arguments: folder, name, milliseconds between two pictures, and how many bytes the file may have
 * (0: any number). It prints the time of each picture once it was added.
 */
final class RecordsUntilKilled {

  private static final ScreenSize SIZE = new ScreenSize(320, 180);

  private RecordsUntilKilled() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    RecordingName name = RecordingName.parse(arguments[1]).orElseThrow();
    long interval = Long.parseLong(arguments[2]);
    long most = Long.parseLong(arguments[3]);
    Files.createFile(folder.resolve(name.value()));
    HumbleVideo videos = new HumbleVideo(folder);
    if (most > 0) {
      limit(most);
    }
    ByteBuffer[] pictures = new ByteBuffer[7];
    for (int i = 0; i < pictures.length; i++) {
      pictures[i] = HumbleVideoTest.noise(SIZE, interval > 300 ? 1 : i);
    }
    long began = System.nanoTime();
    VideoFile file = videos.open(name, SIZE);
    try {
      long at = -1;
      for (int i = 0; ; i++) {
        at = Math.max(at + 1, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        file.add(pictures[i % pictures.length], SIZE.width() * 4, Duration.ofMillis(at));
        System.out.println(at);
        System.out.flush();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(interval));
      }
    } catch (RecordingFailed failed) {
      System.out.println("failed: " + failed.reason());
    }
    try {
      file.close();
      System.out.println("closed");
    } catch (RecordingFailed failed) {
      System.out.println("closed: " + failed.reason());
    }
  }

  /** From now on no file of this process may grow beyond that. */
  private static void limit(long bytes) throws IOException, InterruptedException {
    int status =
        new ProcessBuilder(
                "prlimit",
                "--pid",
                String.valueOf(ProcessHandle.current().pid()),
                "--fsize=" + bytes)
            .inheritIO()
            .start()
            .waitFor();
    if (status != 0) {
      throw new IOException("prlimit ended with " + status);
    }
  }
}
