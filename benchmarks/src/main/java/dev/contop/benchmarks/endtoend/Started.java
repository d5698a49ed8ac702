package dev.contop.benchmarks.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A process that ends, with all that it started, when it is closed. */
final class Started implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Process process;
  private final String firstLine;

  private Started(Process process, String firstLine) {
    this.process = process;
    this.firstLine = firstLine;
  }

  /**
   * Starts a program and waits for the first line of its output.
   *
   * @param log where its errors go
   * @throws IOException when it ended, or said nothing for a while; the log's end is in the message
   */
  static Started speaking(ProcessBuilder builder, Path log) throws IOException {
    Process process = builder.redirectError(log.toFile()).start();
    Started started = new Started(process, "");
    try {
      String line =
          CompletableFuture.supplyAsync(() -> line(process))
              .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return new Started(process, line);
    } catch (ExecutionException | TimeoutException silent) {
      started.close();
      throw new IOException(builder.command() + " did not start: " + lastLines(log), silent);
    } catch (InterruptedException hurried) {
      started.close();
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", hurried);
    }
  }

  /** Starts a program that says nothing of use, and waits until it answers on a port. */
  static Started answering(ProcessBuilder builder, Path log, int port) throws IOException {
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Started started = new Started(process, "");
    try {
      Awaitility.await().atMost(PATIENCE).until(() -> !process.isAlive() || answers(port));
      if (process.isAlive()) {
        return started;
      }
      throw new IOException(builder.command() + " did not start: " + lastLines(log));
    } catch (IOException | RuntimeException unusable) {
      started.close();
      throw unusable;
    }
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  private static String line(Process process) {
    try {
      BufferedReader output = process.inputReader();
      String line = output.readLine();
      if (line == null) {
        throw new IOException("It ended");
      }
      return line;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String lastLines(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join(" / ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
  }

  String firstLine() {
    return firstLine;
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    end(process.toHandle());
  }

  /** Ends a process and all below it; waits a moment for them, and then no longer asks. */
  static void end(ProcessHandle root) {
    List<ProcessHandle> all = Stream.concat(root.descendants(), Stream.of(root)).toList();
    all.forEach(ProcessHandle::destroy);
    try {
      CompletableFuture.allOf(
              all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
          .get(3, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException stubborn) {
      all.forEach(ProcessHandle::destroyForcibly);
    } catch (InterruptedException hurried) {
      all.forEach(ProcessHandle::destroyForcibly);
      Thread.currentThread().interrupt();
    }
  }
}
