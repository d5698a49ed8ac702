package dev.contop.e2e;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** A window that moves all the time. */
final class MovingWindow implements AutoCloseable {
  private static final String PROGRAM =
      """
      import time
      from Xlib import display
      d = display.Display()
      s = d.screen()
      win = s.root.create_window(0, 0, 300, 200, 0, s.root_depth, background_pixel=0xd04020,
                                 override_redirect=True)
      win.map()
      print("moving", flush=True)
      i = 0
      while True:
          i += 1
          win.configure(x=100 + i * 7 % 900, y=100 + i * 3 % 500)
          d.sync()
          time.sleep(1 / 60)
      """;

  private final Process process;

  private MovingWindow(Process process) {
    this.process = process;
  }

  static MovingWindow start(String display) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("/usr/bin/python3", "-c", PROGRAM);
    builder.environment().put("DISPLAY", display);
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    if (!"moving".equals(process.inputReader().readLine())) {
      throw new IOException("Nothing moves");
    }
    return new MovingWindow(process);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(3, TimeUnit.SECONDS).join();
  }
}
