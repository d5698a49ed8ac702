package dev.contop.benchmarks;

import dev.contop.domain.media.ScreenArea;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A program of its own that draws on a display when it is told to; needs python3-xlib. */
final class Painter implements AutoCloseable {

  private final Process process;
  private final OutputStream orders;
  private final BufferedReader answers;

  private Painter(Process process) {
    this.process = process;
    orders = process.getOutputStream();
    answers = process.inputReader();
  }

  /**
   * Starts it.
   *
   * @param area what it fills each time
   * @throws IOException when it does not start; what it says is on our own error output
   */
  static Painter of(String display, ScreenArea area) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                "/usr/bin/python3",
                "-c",
                script(),
                String.valueOf(area.x()),
                String.valueOf(area.y()),
                String.valueOf(area.size().width()),
                String.valueOf(area.size().height())));
    builder.environment().put("DISPLAY", display);
    Painter painter = new Painter(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    painter.hear("ready");
    return painter;
  }

  private static String script() throws IOException {
    try (InputStream script =
        Objects.requireNonNull(Painter.class.getResourceAsStream("paint.py"))) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Draws in another colour than before; returns when the server has drawn it. */
  void draw() throws IOException {
    orders.write('\n');
    orders.flush();
    hear("drawn");
  }

  private void hear(String expected) throws IOException {
    String said = answers.readLine();
    if (!expected.equals(said)) {
      close();
      throw new IOException("The painter does not draw: " + said);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
