package dev.contop.os.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What lives on this machine, looked up in another way than the code under test does. */
final class Sightings {

  private Sightings() {}

  /** The living processes whose command line holds {@code tag}. */
  static List<Long> called(String tag) {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.filter(process -> isCalled(process.pid(), tag)).map(ProcessHandle::pid).toList();
    }
  }

  private static boolean isCalled(long pid, String tag) {
    try {
      byte[] line = Files.readAllBytes(Path.of("/proc/" + pid + "/cmdline"));
      return new String(line, StandardCharsets.UTF_8).contains(tag);
    } catch (IOException gone) {
      return false;
    }
  }

  /** The threads of commands in this process. */
  static List<String> commandThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("command-"))
        .toList();
  }

  /** How many files, pipes and sockets this process has open. */
  static int openDescriptors() {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return (int) open.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
