package dev.contop.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real X server without a monitor, on a display number that is free. */
public final class Xvfb implements AutoCloseable {

  private final Process process;
  private final String display;

  private Xvfb(Process process, String display) {
    this.process = process;
    this.display = display;
  }

  public static Xvfb start(int width, int height) throws IOException {
    Process process = program(width, height, List.of());
    BufferedReader out = process.inputReader();
    String number = out.readLine();
    if (number == null) {
      throw new IOException("Xvfb did not start");
    }
    return new Xvfb(process, ":" + number.strip());
  }

  /** One that takes the place of {@code gone}, which was killed. */
  static Xvfb again(Xvfb gone, int width, int height) throws IOException, InterruptedException {
    gone.process.waitFor();
    Process process = program(width, height, List.of(gone.display));
    if (process.inputReader().readLine() == null) {
      throw new IOException("Xvfb did not start again on " + gone.display);
    }
    return new Xvfb(process, gone.display);
  }

  private static Process program(int width, int height, List<String> display) throws IOException {
    List<String> command = new ArrayList<>(List.of("Xvfb"));
    command.addAll(display);
    command.addAll(List.of("-displayfd", "1", "-screen", "0", width + "x" + height + "x24"));
    command.addAll(List.of("-nolisten", "tcp", "-noreset"));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** Ends it as a crash would. */
  void kill() {
    process.destroyForcibly();
  }

  /** Such as {@code :3}. */
  public String display() {
    return display;
  }

  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(3, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException hurried) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
