package dev.contop.e2e;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** A window full of text: still, or scrolling, which is more than a narrow link carries. */
final class TextWindow implements AutoCloseable {

  private static final String PROGRAM =
      """
      import random, select, sys
      from Xlib import display
      font, line, moves = sys.argv[1], int(sys.argv[2]), sys.argv[3] == 'scroll'
      d = display.Display()
      s = d.screen()
      w, h = s.width_in_pixels, s.height_in_pixels
      win = s.root.create_window(0, 0, w, h, 0, s.root_depth, background_pixel=0xffffff,
                                 override_redirect=True)
      win.map()
      gc = win.create_gc(font=d.open_font(font), foreground=0x202020, background=0xffffff)
      r = random.Random(5)
      lines = [''.join(r.choice('abcdefghijklmnopqrstuvwxyz     ') for _ in range(220))
               for _ in range(400)]
      rows = h // line
      first = 0
      def put(row, text):
          win.image_text(gc, 4, (line - 2) + line * row, text.encode())
      def show():
          for row in range(rows):
              put(row, lines[(first + row) % len(lines)])
          d.sync()
      show()
      print('shown', flush=True)
      while True:
          if select.select([sys.stdin], [], [], 1 / 20 if moves else None)[0]:
              command = sys.stdin.readline().strip()
              if not command:
                  break
              moves = command == 'scroll'
              if command == 'line':
                  put(rows // 4, lines[(first + rows) % len(lines)])
                  d.sync()
              if command == 'turn':
                  first += rows
                  show()
              print('shown', flush=True)
          elif moves:
              first += 1
              show()
      """;

  /** The height of a line of small text, in pixels. */
  static final int LINE = 14;

  private final Process process;

  private TextWindow(Process process) {
    this.process = process;
  }

  /** In letters of 13 pixels, drawn once. */
  static TextWindow still(String display) throws IOException {
    return start(display, "fixed", LINE, "rest");
  }

  /** In letters of 20 pixels, which a picture of two thirds the width shows in 13. */
  static TextWindow large(String display) throws IOException {
    return start(display, "10x20", 21, "rest");
  }

  static TextWindow scrolling(String display) throws IOException {
    return start(display, "fixed", LINE, "scroll");
  }

  private static TextWindow start(String display, String font, int line, String mode)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("/usr/bin/python3", "-c", PROGRAM, font, String.valueOf(line), mode);
    builder.environment().put("DISPLAY", display);
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    TextWindow window = new TextWindow(process);
    window.awaitShown();
    return window;
  }

  /** Scrolls no more. */
  void rest() throws IOException {
    say("rest");
  }

  void scroll() throws IOException {
    say("scroll");
  }

  /** Shows another page, once. */
  void turn() throws IOException {
    say("turn");
  }

  /** Shows another line of text at a quarter of the height, once; where that is, from the top. */
  int changeLine(int height) throws IOException {
    say("line");
    return height / LINE / 4 * LINE;
  }

  private void say(String command) throws IOException {
    process.outputWriter().write(command + "\n");
    process.outputWriter().flush();
    awaitShown();
  }

  private void awaitShown() throws IOException {
    if (!"shown".equals(process.inputReader().readLine())) {
      throw new IOException("There is no text");
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(3, TimeUnit.SECONDS).join();
  }
}
