package dev.contop.capture.x11;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real X server without a monitor, on a display that was free. */
public final class Xvfb implements AutoCloseable {

  private final Process process;
  private final int number;

  private Xvfb(Process process, int number) {
    this.process = process;
    this.number = number;
  }

  public static Xvfb start(String screen, String... options) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("Xvfb", "-displayfd", "1", "-noreset", "-screen", "0", screen));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    String number = said.readLine();
    if (number == null) {
      throw new IOException("Xvfb did not start: " + command);
    }
    return new Xvfb(process, Integer.parseInt(number));
  }

  public String display() {
    return ":" + number;
  }

  /** The same display through TCP, as from another machine. */
  String remoteDisplay() {
    return "127.0.0.1:" + number;
  }

  /** Ends the server without a farewell; returns when it is gone. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  void signal(String name) throws IOException, InterruptedException {
    run("kill", "-" + name, String.valueOf(process.pid()));
  }

  /** Runs a program of X against this display until it ends. */
  public void run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("DISPLAY", display());
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process program = builder.start();
    if (!program.waitFor(10, TimeUnit.SECONDS)) {
      program.destroyForcibly();
      throw new IOException("Does not end: " + String.join(" ", command));
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
