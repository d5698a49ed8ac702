package dev.contop.benchmarks.endtoend;

import dev.contop.e2e.HostProcess;
import dev.contop.e2e.Processes;
import dev.contop.e2e.Xvfb;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * Shows a moving picture for many minutes, then connects and leaves many times, and prints what the
 * host's memory does meanwhile.
 *
 * <p>Arguments: the minutes (default 60) and the connections (default 200).
 */
public final class Soak {

  private static final int MINUTES = 60;
  private static final int CYCLES = 200;
  private static final int CYCLES_A_LINE = 20;
  private static final int SLICE_SECONDS = 10;

  private final PrintStream out;
  private final int minutes;
  private final int cycles;

  Soak(PrintStream out, int minutes, int cycles) {
    this.out = out;
    this.minutes = minutes;
    this.cycles = cycles;
  }

  public static void main(String[] arguments) throws IOException {
    Leftovers.endAtExit();
    int minutes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : MINUTES;
    int cycles = arguments.length > 1 ? Integer.parseInt(arguments[1]) : CYCLES;
    new Soak(System.out, minutes, cycles).run();
  }

  void run() throws IOException {
    Path work = Files.createTempDirectory("contop-soak-");
    Machine before = Machine.now();
    try (Xvfb screen = Xvfb.start(1920, 1080);
        HostProcess host = HostProcess.start(work, screen.display(), "--max-width", "1280");
        Viewer viewer = Viewer.open(SLICE_SECONDS)) {
      out.println("| when | resident, MB | frames/s |");
      out.println("| --- | ---: | ---: |");
      double start = line("start", host, Double.NaN);
      Scene scene = Scene.show(work, screen.display(), Scene.MOVING);
      double first;
      double watched;
      double last;
      try {
        first = watch(1, host, viewer);
        watched = first;
        for (int minute = 2; minute <= minutes; minute++) {
          watched = watchOn(minute, host, viewer);
        }
        viewer.leave();
        last = cycle(host, viewer);
      } finally {
        scene.close();
      }
      out.printf(
          Locale.ROOT,
          "%nFrom the start to the first minute %+.1f MB, from there over %d minutes %+.1f MB,"
              + " over %d connections %+.1f MB; %s.%n",
          first - start,
          minutes,
          watched - first,
          cycles,
          last - watched,
          Machine.now().since(before, Runtime.getRuntime().availableProcessors()));
    } finally {
      Leftovers.delete(work);
    }
  }

  private double watch(int minute, HostProcess host, Viewer viewer) throws IOException {
    viewer.connect(ContopHost.page(host), ContopHost.socket(host));
    return watchOn(minute, host, viewer);
  }

  private double watchOn(int minute, HostProcess host, Viewer viewer) throws IOException {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    double frames = 0;
    int slices = 0;
    while (System.nanoTime() < end) {
      frames += viewer.picture(SLICE_SECONDS).number("fps");
      slices++;
    }
    return line("minute " + minute, host, frames / slices);
  }

  private double cycle(HostProcess host, Viewer viewer) throws IOException {
    double memory = Double.NaN;
    for (int done = 1; done <= cycles; done++) {
      viewer.connect(ContopHost.page(host), ContopHost.socket(host));
      viewer.leave();
      if (done % CYCLES_A_LINE == 0 || done == cycles) {
        memory = line("connection " + done, host, Double.NaN);
      }
    }
    return memory;
  }

  private double line(String when, HostProcess host, double frames) throws IOException {
    double memory = Processes.residentBytes(host.pid()) / 1e6;
    String rate = Double.isNaN(frames) ? "–" : String.format(Locale.ROOT, "%.1f", frames);
    out.printf(Locale.ROOT, "| %s | %.1f | %s |%n", when, memory, rate);
    return memory;
  }
}
