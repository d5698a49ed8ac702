package dev.contop.os.x11;

import static org.awaitility.Awaitility.await;

import dev.contop.domain.control.ScreenPoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real X server of 1280 by 800 pixels on a free display. */
public final class XvfbForTest implements AutoCloseable {

  private final Process process;
  private final String display;

  private XvfbForTest(Process process, String display) {
    this.process = process;
    this.display = display;
  }

  public static XvfbForTest start(String... more) {
    return start("1", more);
  }

  /** One on a display given, {@code :9}; for after one has gone. */
  public static XvfbForTest startAgain(String display) {
    forget(lock(display));
    XvfbForTest again = launch(display, display);
    Path socket = again.socket();
    await().until(() -> Files.exists(socket));
    return again;
  }

  private static XvfbForTest start(String descriptor, String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "-displayfd";
    arguments[1] = descriptor;
    System.arraycopy(more, 0, arguments, 2, more.length);
    return launch("", arguments);
  }

  private static XvfbForTest launch(String known, String... first) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder("Xvfb", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset");
      builder.command().addAll(1, List.of(first));
      Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
      if (!known.isEmpty()) {
        return new XvfbForTest(process, known);
      }
      BufferedReader lines = process.inputReader();
      String number = lines.readLine();
      if (number == null) {
        throw new IllegalStateException("Xvfb did not start");
      }
      return new XvfbForTest(process, ":" + number.strip());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public String display() {
    return display;
  }

  /** Where the pointer is, asked by a program that is not ours. */
  public ScreenPoint pointer() {
    ProcessBuilder asking = new ProcessBuilder("xdotool", "getmouselocation", "--shell");
    asking.environment().put("DISPLAY", display);
    try (BufferedReader answer = asking.start().inputReader()) {
      List<String> said = answer.lines().toList();
      return new ScreenPoint(number(said.get(0)), number(said.get(1)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int number(String line) {
    return Integer.parseInt(line.substring(2));
  }

  private Path socket() {
    return Path.of("/tmp/.X11-unix/X" + display.substring(1));
  }

  /**
   * Ends it as a crash would. Its display is kept from servers of other tests, by the name of this
   * process in its lock, until it is started again.
   */
  public void crash() {
    end(process.destroyForcibly());
    forget(socket());
    try {
      Files.writeString(lock(display), String.format("%10d%n", ProcessHandle.current().pid()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path lock(String display) {
    return Path.of("/tmp/.X" + display.substring(1) + "-lock");
  }

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    end(process);
  }

  private static void end(Process process) {
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Xvfb does not end");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
