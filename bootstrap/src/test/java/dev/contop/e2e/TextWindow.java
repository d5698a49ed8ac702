package dev.contop.e2e;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** A window full of small text: still, or scrolling, which is more than a narrow link carries. */
final class TextWindow implements AutoCloseable {

  private static final String PROGRAM =
      """
      import random, sys, time
      from Xlib import display
      d = display.Display()
      s = d.screen()
      w, h = s.width_in_pixels, s.height_in_pixels
      win = s.root.create_window(0, 0, w, h, 0, s.root_depth, background_pixel=0xffffff,
                                 override_redirect=True)
      win.map()
      gc = win.create_gc(font=d.open_font('fixed'), foreground=0x202020, background=0xffffff)
      r = random.Random(5)
      lines = [''.join(r.choice('abcdefghijklmnopqrstuvwxyz     ') for _ in range(220))
               for _ in range(400)]
      def show(first):
          for row in range(h // 14):
              win.image_text(gc, 4, 12 + 14 * row, lines[(first + row) % len(lines)].encode())
          d.sync()
      show(0)
      print('shown', flush=True)
      if sys.argv[1] == 'still':
          sys.stdin.read()
      first = 0
      while True:
          first += 1
          show(first)
          time.sleep(1 / 20)
      """;

  private final Process process;

  private TextWindow(Process process) {
    this.process = process;
  }

  /** In letters of 13 pixels, drawn once. */
  static TextWindow still(String display) throws IOException {
    return start(display, "still");
  }

  static TextWindow scrolling(String display) throws IOException {
    return start(display, "scrolling");
  }

  private static TextWindow start(String display, String mode) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("/usr/bin/python3", "-c", PROGRAM, mode);
    builder.environment().put("DISPLAY", display);
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    if (!"shown".equals(process.inputReader().readLine())) {
      throw new IOException("There is no text");
    }
    return new TextWindow(process);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(3, TimeUnit.SECONDS).join();
  }
}
