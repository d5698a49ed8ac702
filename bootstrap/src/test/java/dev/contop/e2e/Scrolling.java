package dev.contop.e2e;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** A window full of text that scrolls all the time: more than a narrow link carries. */
final class Scrolling implements AutoCloseable {

  private static final String PROGRAM =
      """
      import random, time
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
      print('scrolling', flush=True)
      first = 0
      while True:
          first += 1
          for row in range(h // 14):
              win.image_text(gc, 4, 12 + 14 * row, lines[(first + row) % len(lines)].encode())
          d.sync()
          time.sleep(1 / 20)
      """;

  private final Process process;

  private Scrolling(Process process) {
    this.process = process;
  }

  static Scrolling start(String display) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("/usr/bin/python3", "-c", PROGRAM);
    builder.environment().put("DISPLAY", display);
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    if (!"scrolling".equals(process.inputReader().readLine())) {
      throw new IOException("Nothing scrolls");
    }
    return new Scrolling(process);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(3, TimeUnit.SECONDS).join();
  }
}
