package dev.contop.e2e;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file system of its own, of few bytes: when they are used up, the system says so to whoever
 * writes (ENOSPC). It lies in memory, and only what is written takes any.
 *
 * <p>Needs the rights of root, by itself or through {@code sudo}.
 */
final class SmallDisk implements AutoCloseable {

  private static final String FILLING = "filling";

  private final Path place;

  private SmallDisk(Path place) {
    this.place = place;
  }

  /** Puts it in a new folder {@code place}, which only the user of this process may read. */
  static SmallDisk mount(Path place, long bytes) throws IOException, InterruptedException {
    Files.createDirectory(place);
    Object user = Files.getAttribute(place, "unix:uid");
    run(
        "mount",
        "-t",
        "tmpfs",
        "-o",
        "mode=700,size=" + bytes + ",uid=" + user,
        "none",
        path(place));
    return new SmallDisk(place);
  }

  /** How many bytes can be written yet. */
  long room() {
    return place.toFile().getUsableSpace();
  }

  /** Takes all room but so much, as some other program would. */
  void fillBut(long bytes) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(place.resolve(FILLING).toFile(), "rw")) {
      byte[] block = new byte[4096];
      file.seek(file.length());
      while (room() >= bytes + block.length) {
        file.write(block);
      }
    }
  }

  /** Gives back what {@link #fillBut} took. */
  void empty() throws IOException {
    Files.delete(place.resolve(FILLING));
  }

  /** Takes it away; what a process has open on it goes when that process ends. */
  @Override
  public void close() {
    try {
      // The library leaves a file open whose end it could not write.
      run("umount", "--lazy", path(place));
    } catch (IOException | InterruptedException left) {
      throw new IllegalStateException(left);
    }
  }

  private static String path(Path place) {
    return place.toAbsolutePath().toString();
  }

  private static void run(String... command) throws IOException, InterruptedException {
    List<String> whole = new ArrayList<>();
    if (!"root".equals(System.getProperty("user.name"))) {
      whole.addAll(List.of("sudo", "-n"));
    }
    whole.addAll(List.of(command));
    if (new ProcessBuilder(whole).inheritIO().start().waitFor() != 0) {
      throw new IOException("Failed: " + String.join(" ", command));
    }
  }
}
