package dev.contop.os.process;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;

/** What {@code /proc} shows of the processes there are. */
final class ProcFolder {

  private static final Path PROC = Path.of("/proc");

  private ProcFolder() {}

  static boolean isSupported() {
    return Files.isReadable(PROC.resolve("self/environ"));
  }

  static Path of(long pid) {
    return PROC.resolve(Long.toString(pid));
  }

  /** The ids of all processes, the youngest first unless the numbers began anew. */
  static long[] pids() {
    String[] names = PROC.toFile().list();
    if (names == null) {
      return new long[0];
    }
    long[] ascending =
        Arrays.stream(names)
            .filter(name -> Character.isDigit(name.charAt(0)))
            .mapToLong(Long::parseLong)
            .sorted()
            .toArray();
    return LongStream.range(0, ascending.length)
        .map(i -> ascending[(int) (ascending.length - 1 - i)])
        .toArray();
  }

  /**
   * The pipes among the open files of a process, as names that are the same for all who hold them.
   */
  static Set<String> pipesOf(long pid) {
    Set<String> pipes = new HashSet<>();
    try (DirectoryStream<Path> open = Files.newDirectoryStream(of(pid).resolve("fd"))) {
      for (Path descriptor : open) {
        pipeAt(descriptor, pipes);
      }
    } catch (IOException | DirectoryIteratorException goneOrNotOurs) {
      return pipes;
    }
    return pipes;
  }

  /** The pipes that are the standard output and error of a process. */
  static Set<String> outputPipesOf(long pid) {
    Set<String> pipes = new HashSet<>();
    pipeAt(of(pid).resolve("fd/1"), pipes);
    pipeAt(of(pid).resolve("fd/2"), pipes);
    return pipes;
  }

  private static void pipeAt(Path descriptor, Set<String> pipes) {
    try {
      String target = Files.readSymbolicLink(descriptor).toString();
      if (target.startsWith("pipe:")) {
        pipes.add(target);
      }
    } catch (IOException gone) {
      // Not a pipe of anyone any more.
      return;
    }
  }
}
