package dev.contop.os.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds installed programs: where systems keep them, then along {@code PATH}. */
public final class Programs {

  private static final List<String> USUAL =
      List.of("/usr/bin", "/bin", "/usr/local/bin", "/opt/homebrew/bin", "/opt/X11/bin");

  private final List<Path> folders;

  private Programs(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /** Those in {@code folders}, the first ones first. */
  public static Programs in(List<Path> folders) {
    return new Programs(folders);
  }

  /** Those of this machine. */
  public static Programs installed(Map<String, String> environment) {
    List<Path> folders = new ArrayList<>();
    USUAL.forEach(folder -> folders.add(Path.of(folder)));
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      // A relative entry would depend on where the host was started.
      if (folder.startsWith("/") && folder.indexOf(0) < 0) {
        folders.add(Path.of(folder));
      }
    }
    return in(folders);
  }

  /** The program called {@code name}, if it is there and can be run. */
  public Optional<Path> find(String name) {
    return folders.stream()
        .map(folder -> folder.resolve(name))
        .filter(path -> Files.isRegularFile(path) && Files.isExecutable(path))
        .findFirst();
  }
}
