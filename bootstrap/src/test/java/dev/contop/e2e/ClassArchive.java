package dev.contop.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The classes of one start of the host, from which later starts are quicker: the launch script
 * makes such an archive too. Made once for a jar, by whichever process of the tests comes first.
 */
final class ClassArchive {

  private static Optional<List<String>> made = Optional.empty();

  private ClassArchive() {}

  /** The flags by which a host starts from the archive; none where there cannot be one. */
  static synchronized List<String> flags(String java, List<String> flags, Path jar) {
    if (made.isEmpty()) {
      made = Optional.of(flagsFor(java, flags, jar.toAbsolutePath()));
    }
    return made.get();
  }

  private static List<String> flagsFor(String java, List<String> flags, Path jar) {
    Path archive = jar.resolveSibling("end-to-end-" + Runtime.version().feature() + ".jsa");
    try (FileChannel channel =
            FileChannel.open(
                jar.resolveSibling("end-to-end.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (lock.isValid() && !isFresh(archive, jar)) {
        make(java, flags, jar, archive);
      }
      return isFresh(archive, jar)
          ? List.of(
              "-Xshare:auto",
              "-XX:SharedArchiveFile=" + archive,
              "-Xlog:cds=off",
              "-Xlog:cds+dynamic=off")
          : List.of();
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException("No archive of classes", failed);
    }
  }

  private static boolean isFresh(Path archive, Path jar) throws IOException {
    return Files.exists(archive)
        && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) > 0;
  }

  private static void make(String java, List<String> flags, Path jar, Path archive)
      throws IOException, InterruptedException {
    Path work = Files.createTempDirectory(archive.getParent(), "archive-");
    Path fresh = work.resolve("fresh.jsa");
    List<String> command = new ArrayList<>(List.of(java));
    command.addAll(flags);
    command.addAll(List.of("-XX:ArchiveClassesAtExit=" + fresh, "-jar", jar.toString()));
    command.addAll(List.of("--bind", "127.0.0.1", "--port", "0", "--admin-port", "0"));
    command.addAll(List.of("--screen", "test-pattern", "--data-dir", work + "/data"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("CONTOP_"));
    Process host = builder.redirectErrorStream(true).start();
    try (BufferedReader said = host.inputReader()) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.contains("contop-host ready")) {
          // By its handle, which leaves what it says to be read to the end.
          host.toHandle().destroy();
        }
      }
    }
    host.waitFor();
    if (Files.exists(fresh)) {
      Files.move(fresh, archive, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
