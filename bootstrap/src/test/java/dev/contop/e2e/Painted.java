package dev.contop.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real window of one colour at a known place. */
public final class Painted implements AutoCloseable {

  private static final String PROGRAM =
      """
      import sys
      from Xlib import X, display
      x, y, w, h, colour = [int(a, 0) for a in sys.argv[1:6]]
      d = display.Display()
      s = d.screen()
      win = s.root.create_window(x, y, w, h, 0, s.root_depth, background_pixel=colour,
                                 override_redirect=True, event_mask=X.ExposureMask)
      win.map()
      d.sync()
      while d.next_event().type != X.Expose:
          pass
      d.sync()
      print("painted", flush=True)
      sys.stdin.read()
      """;

  private final Process process;

  private Painted(Process process) {
    this.process = process;
  }

  /** Maps the window and waits until it is drawn. {@code rgb} as {@code 0xRRGGBB}. */
  public static Painted window(String display, int x, int y, int width, int height, int rgb)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                "/usr/bin/python3",
                "-c",
                PROGRAM,
                Integer.toString(x),
                Integer.toString(y),
                Integer.toString(width),
                Integer.toString(height),
                Integer.toString(rgb)));
    builder.environment().put("DISPLAY", display);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    if (!"painted".equals(process.inputReader().readLine())) {
      throw new IOException("The window was not painted");
    }
    return new Painted(process);
  }

  /** Where the X pointer is: x, y. */
  public static int[] pointer(String display) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("xdotool", "getmouselocation", "--shell");
    builder.environment().put("DISPLAY", display);
    Process process = builder.start();
    String text =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    process.waitFor(5, TimeUnit.SECONDS);
    List<String> lines = text.lines().toList();
    return new int[] {
      Integer.parseInt(lines.get(0).substring(2)), Integer.parseInt(lines.get(1).substring(2))
    };
  }

  /** The folder where test files of this run go. */
  public static Path artifacts() {
    return Path.of("target", "end-to-end");
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
