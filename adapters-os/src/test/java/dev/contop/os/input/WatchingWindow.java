package dev.contop.os.input;

import dev.contop.application.input.DesktopProbe;
import dev.contop.domain.control.MouseButton;
import dev.contop.domain.control.ScreenPoint;
import dev.contop.os.x11.XConnection;
import dev.contop.os.x11.XPointer;
import dev.contop.os.x11.XUnavailable;
import dev.contop.os.x11.XvfbForTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A window of another program, in another language, and what it sees. */
final class WatchingWindow implements DesktopProbe, AutoCloseable {

  private static final Map<Integer, String> NAMES =
      Map.of(
          0xffe3,
          "ctrl",
          0xffe1,
          "shift",
          0xffe9,
          "alt",
          0xffeb,
          "super",
          0xff0d,
          "enter",
          0xff09,
          "tab",
          0xffe5,
          "capslock");

  private static final List<MouseButton> BUTTONS =
      List.of(MouseButton.LEFT, MouseButton.MIDDLE, MouseButton.RIGHT);

  private final XvfbForTest server;
  private final Process process;
  private final XConnection own;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  WatchingWindow(XvfbForTest server) throws IOException, XUnavailable {
    this.server = server;
    Path script = Files.createTempFile("watch", ".py");
    try (InputStream source =
        Optional.ofNullable(WatchingWindow.class.getResourceAsStream("watch.py")).orElseThrow()) {
      Files.write(script, source.readAllBytes());
    }
    process =
        new ProcessBuilder("/usr/bin/python3", script.toString(), server.display())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Thread reader = new Thread(this::read, "watching-window");
    reader.setDaemon(true);
    reader.start();
    if (!"ready".equals(next())) {
      throw new IOException("The watching window did not come up; is python3-xlib there?");
    }
    Files.delete(script);
    own = XConnection.open(Optional.of(server.display()));
  }

  private void read() {
    try (BufferedReader in = process.inputReader()) {
      String line = in.readLine();
      while (line != null) {
        lines.add(line);
        line = in.readLine();
      }
    } catch (IOException closed) {
      lines.add("closed");
    }
  }

  private String next() {
    try {
      return Optional.ofNullable(lines.poll(10, TimeUnit.SECONDS)).orElse("nothing came");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public ScreenPoint pointer() {
    return server.pointer();
  }

  @Override
  public Set<MouseButton> pressed() {
    Set<MouseButton> pressed = EnumSet.noneOf(MouseButton.class);
    try {
      XPointer now = own.pointer();
      for (int i = 0; i < BUTTONS.size(); i++) {
        if (now.isPressed(i + 1)) {
          pressed.add(BUTTONS.get(i));
        }
      }
    } catch (XUnavailable e) {
      throw new IllegalStateException(e);
    }
    return pressed;
  }

  @Override
  public List<String> events(int expected) {
    List<String> events = new ArrayList<>();
    while (events.size() < expected) {
      add(next(), events);
    }
    for (String more = lines.poll(); more != null; more = lines.poll()) {
      add(more, events);
    }
    return events;
  }

  private static void add(String line, List<String> events) {
    String[] words = line.split(" ", -1);
    if (!words[0].equals("button") && !words[0].equals("key")) {
      events.add(line);
      return;
    }
    int number = Integer.parseInt(words[1]);
    if (words[0].equals("key")) {
      events.add(NAMES.getOrDefault(number, character(number)) + " " + words[2]);
    } else if (number <= 3) {
      events.add(List.of("left", "middle", "right").get(number - 1) + " " + words[2]);
    } else if (words[2].equals("down")) {
      events.add("scroll " + List.of("up", "down", "left", "right").get(number - 4));
    }
  }

  private static String character(int keysym) {
    return Character.toString(keysym > 0x0100_0000 ? keysym - 0x0100_0000 : keysym);
  }

  @Override
  public void close() {
    own.close();
    process.destroyForcibly();
  }
}
