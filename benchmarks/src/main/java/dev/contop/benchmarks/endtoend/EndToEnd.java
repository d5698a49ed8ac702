package dev.contop.benchmarks.endtoend;

import dev.contop.e2e.HostProcess;
import dev.contop.e2e.PhoneBrowser;
import dev.contop.e2e.Processes;
import dev.contop.e2e.Xvfb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures the packed host from end to end: a real X server with a known scene, the host, and a
 * real Chromium that reads the time out of the decoded video.
 *
 * <p>Prints each figure as the median of the runs, with its range and the machine's load.
 * Arguments: the number of runs (default 3) and the seconds of each (default 10).
 */
public final class EndToEnd {

  private static final int WIDTH = 1920;
  private static final int HEIGHT = 1080;

  /** How often a link is opened in each run. */
  private static final int VISITS = 3;

  private final Map<String, List<Double>> figures = new LinkedHashMap<>();
  private final int seconds;

  private EndToEnd(int seconds) {
    this.seconds = seconds;
  }

  public static void main(String[] arguments) throws Exception {
    Leftovers.endAtExit();
    int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
    int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
    EndToEnd benchmark = new EndToEnd(seconds);
    String before = Processes.load();
    for (int run = 0; run < runs; run++) {
      benchmark.run();
    }
    benchmark.print(runs, before);
  }

  private void run() throws IOException {
    Path work = Files.createTempDirectory("contop-benchmark-");
    try (Xvfb screen = Xvfb.start(WIDTH, HEIGHT);
        HostProcess host = HostProcess.start(work, screen.display(), "--max-width", "1280");
        Viewer viewer = Viewer.open(seconds)) {
      note("ready after (ms)", (double) host.startedIn().toMillis());
      try (Scene scene = Scene.show(work, screen.display(), "moving")) {
        note(scene);
        measureMoving(host, viewer);
        measurePage(host);
      }
      try (Scene scene = Scene.show(work, screen.display(), "still")) {
        note(scene);
        measureStill(host, viewer);
      }
      try (Scene scene = Scene.show(work, screen.display(), "lone")) {
        note(scene);
        measureLone(host, viewer);
      }
      measureCycles(host, viewer);
    } finally {
      Leftovers.delete(work);
    }
  }

  private void measureMoving(HostProcess host, Viewer viewer) throws IOException {
    Measured marks = connect(host, viewer);
    note("socket open to answer (ms)", marks.number("answer"));
    note("socket open to channel open (ms)", marks.number("channel"));
    note("socket open to first frame (ms)", marks.number("frame"));
    double cpu = Processes.cpuSeconds(host.pid());
    long began = System.nanoTime();
    Measured picture = viewer.picture(seconds);
    note("moving: processor (% of a core)", used(host, cpu, began));
    note("moving: decoded (frames/s)", picture.number("fps"));
    note("moving: sent (kbit/s)", picture.number("kilobits"));
    note("socket open to full bitrate (ms)", picture.number("fullRate"));
    note("moving: quantizer", picture.number("quantizer"));
    note("moving: freezes", picture.number("freezes"));
    note("moving: clock strip not readable (frames)", picture.number("unread"));
    spread("moving: glass to glass", picture.part("glass"));
    spread("moving: grab to last packet", picture.part("received"));
    spread("data channel round trip", viewer.roundTrips(500));
    note("moving: resident memory (MB)", Processes.residentBytes(host.pid()) / 1e6);
    viewer.leave();
  }

  /**
   * What a person waits for who opens the link; the page proves that it may, which a probe need
   * not.
   */
  private void measurePage(HostProcess host) throws IOException {
    try (PhoneBrowser phone = PhoneBrowser.open()) {
      phone.beforeEachPage(Resources.text("page.js"));
      for (int visit = 0; visit < VISITS; visit++) {
        phone.visit(host.link());
        phone.await("the first picture", () -> marks(phone).containsKey("frame"));
        Measured marks = Measured.of(marks(phone));
        double opened = marks.number("socket");
        note("page: link to socket open (ms)", opened);
        note("page: socket open to channel open (ms)", marks.number("channel") - opened);
        note("page: socket open to first frame (ms)", marks.number("frame") - opened);
        note("page: link to first frame (ms)", marks.number("frame"));
      }
    }
  }

  private static Map<?, ?> marks(PhoneBrowser phone) {
    return (Map<?, ?>) phone.value("return window.marks");
  }

  private void measureStill(HostProcess host, Viewer viewer) throws IOException {
    connect(host, viewer);
    viewer.picture(seconds); // lets the picture sharpen first
    double cpu = Processes.cpuSeconds(host.pid());
    long began = System.nanoTime();
    Measured picture = viewer.picture(seconds);
    note("still: processor (% of a core)", used(host, cpu, began));
    note("still: sent (kbit/s)", picture.number("kilobits"));
    viewer.leave();
  }

  private void measureLone(HostProcess host, Viewer viewer) throws IOException {
    connect(host, viewer);
    spread("lone change: glass to glass", viewer.picture(seconds).part("fresh"));
    viewer.leave();
  }

  private void measureCycles(HostProcess host, Viewer viewer) throws IOException {
    double first = 0;
    for (int cycle = 0; cycle < 20; cycle++) {
      connect(host, viewer);
      viewer.leave();
      if (cycle == 4) {
        first = Processes.residentBytes(host.pid()) / 1e6;
      }
    }
    double last = Processes.residentBytes(host.pid()) / 1e6;
    note("after 20 connections: resident memory (MB)", last);
    note("grown over the last 15 of them (MB)", last - first);
  }

  private static Measured connect(HostProcess host, Viewer viewer) throws IOException {
    return viewer.connect(ContopHost.page(host), ContopHost.socket(host));
  }

  private static double used(HostProcess host, double before, long began) throws IOException {
    return (Processes.cpuSeconds(host.pid()) - before) * 100 / ((System.nanoTime() - began) / 1e9);
  }

  private void spread(String name, Measured values) {
    note(name + " p50 (ms)", values.number("p50"));
    note(name + " p99 (ms)", values.number("p99"));
  }

  private void note(String name, double value) {
    figures.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
  }

  /** A scene is used by being there. */
  private static void note(Scene scene) {
    if (scene == null) {
      throw new IllegalStateException("No scene");
    }
  }

  private void print(int runs, String loadBefore) throws IOException {
    System.out.printf(
        Locale.ROOT,
        "%d runs of %d s, %dx%d sent 1280 wide, %d cores, load before %s, after %s%n",
        runs,
        seconds,
        WIDTH,
        HEIGHT,
        Runtime.getRuntime().availableProcessors(),
        loadBefore,
        Processes.load());
    figures.forEach(
        (name, values) -> {
          Spread spread =
              Spread.of(values).orElseGet(() -> new Spread(Double.NaN, Double.NaN, Double.NaN));
          System.out.printf(
              Locale.ROOT,
              "  %-48s %9.1f  [%.1f .. %.1f]%n",
              name,
              spread.median(),
              spread.lowest(),
              spread.highest());
        });
  }
}
