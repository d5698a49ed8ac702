package dev.contop.benchmarks.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What must not stay behind: processes and folders. */
final class Leftovers {

  private Leftovers() {}

  /** Ends everything that was started here when this program ends, however it does. */
  static void endAtExit() {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> ProcessHandle.current().children().toList().forEach(Started::end),
                "end-what-was-started"));
  }

  /** Deletes a folder; what cannot be deleted stays. */
  static void delete(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException held) {
        path.toFile().deleteOnExit();
      }
    }
  }
}
