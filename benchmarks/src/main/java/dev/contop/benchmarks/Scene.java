package dev.contop.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What the screen shows while it is measured. */
final class Scene implements AutoCloseable {

  private final Process process;

  private Scene(Process process) {
    this.process = process;
  }

  /**
   * @param mode {@code moving}, {@code still} or {@code lone}
   */
  static Scene show(Path work, String display, String mode) throws IOException {
    Path program = work.resolve("scene.py");
    try (InputStream source =
        Optional.ofNullable(Scene.class.getResourceAsStream("scene.py")).orElseThrow()) {
      Files.copy(source, program, StandardCopyOption.REPLACE_EXISTING);
    }
    ProcessBuilder builder = new ProcessBuilder("/usr/bin/python3", program.toString(), mode);
    builder.environment().put("DISPLAY", display);
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    if (!"ready".equals(process.inputReader().readLine())) {
      throw new IOException("The scene did not start");
    }
    return new Scene(process);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(3, TimeUnit.SECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
