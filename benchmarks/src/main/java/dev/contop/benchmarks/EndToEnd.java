package dev.contop.benchmarks;

import dev.contop.e2e.HostProcess;
import dev.contop.e2e.PhoneBrowser;
import dev.contop.e2e.Processes;
import dev.contop.e2e.Xvfb;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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

  private final Map<String, List<Double>> figures = new LinkedHashMap<>();
  private final int seconds;

  private EndToEnd(int seconds) {
    this.seconds = seconds;
  }

  public static void main(String[] arguments) throws Exception {
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
        PhoneBrowser phone = PhoneBrowser.open(800, 600)) {
      note("ready after (ms)", (double) host.startedIn().toMillis());
      try (Scene scene = Scene.show(work, screen.display(), "moving")) {
        note(scene);
        measureMoving(host, phone);
      }
      try (Scene scene = Scene.show(work, screen.display(), "still")) {
        note(scene);
        measureStill(host, phone);
      }
      try (Scene scene = Scene.show(work, screen.display(), "lone")) {
        note(scene);
        measureLone(host, phone);
      }
      measureCycles(host, phone);
    }
  }

  private void measureMoving(HostProcess host, PhoneBrowser phone) throws IOException {
    Measured marks = connect(host, phone);
    note("socket open to answer (ms)", marks.number("answer"));
    note("socket open to channel open (ms)", marks.number("channel"));
    note("socket open to first frame (ms)", marks.number("frame"));
    double cpu = Processes.cpuSeconds(host.pid());
    long began = System.nanoTime();
    Measured picture = picture(phone);
    note("moving: processor (% of a core)", used(host, cpu, began));
    note("moving: decoded (frames/s)", picture.number("fps"));
    note("moving: sent (kbit/s)", picture.number("kilobits"));
    note("moving: quantizer", picture.number("quantizer"));
    note("moving: freezes", picture.number("freezes"));
    note("moving: clock strip not readable (frames)", picture.number("unread"));
    spread("moving: glass to glass", picture.part("glass"));
    spread("moving: grab to last packet", picture.part("received"));
    spread(
        "data channel round trip", Measured.of(phone.asyncScript(call("probe.roundTrips(500)"))));
    note("moving: resident memory (MB)", Processes.residentBytes(host.pid()) / 1e6);
    phone.script("probe.leave()");
  }

  private void measureStill(HostProcess host, PhoneBrowser phone) throws IOException {
    connect(host, phone);
    picture(phone); // lets the picture sharpen first
    double cpu = Processes.cpuSeconds(host.pid());
    long began = System.nanoTime();
    Measured picture = picture(phone);
    note("still: processor (% of a core)", used(host, cpu, began));
    note("still: sent (kbit/s)", picture.number("kilobits"));
    phone.script("probe.leave()");
  }

  private void measureLone(HostProcess host, PhoneBrowser phone) throws IOException {
    connect(host, phone);
    spread("lone change: glass to glass", picture(phone).part("fresh"));
    phone.script("probe.leave()");
  }

  private void measureCycles(HostProcess host, PhoneBrowser phone) throws IOException {
    double first = 0;
    for (int cycle = 0; cycle < 20; cycle++) {
      connect(host, phone);
      phone.script("probe.leave()");
      if (cycle == 4) {
        first = Processes.residentBytes(host.pid()) / 1e6;
      }
    }
    double last = Processes.residentBytes(host.pid()) / 1e6;
    note("after 20 connections: resident memory (MB)", last);
    note("grown over the last 15 of them (MB)", last - first);
  }

  private Measured connect(HostProcess host, PhoneBrowser phone) throws IOException {
    phone.visit("http://127.0.0.1:" + host.port() + "/");
    phone.script(resource("probe.js"));
    String fragment = host.link().substring(host.link().indexOf('#') + 1);
    String token =
        List.of(fragment.split("&")).stream()
            .filter(fact -> fact.startsWith("t="))
            .findFirst()
            .orElseThrow()
            .substring(2);
    return Measured.of(
        phone.asyncScript(
            "const done = arguments[arguments.length - 1];"
                + "probe.connect(arguments[0], arguments[1]).then(done, e => done({error: String(e)}))",
            "ws://127.0.0.1:" + host.port() + "/ws/signaling?token=" + token,
            WIDTH));
  }

  private Measured picture(PhoneBrowser phone) {
    return Measured.of(phone.asyncScript(call("probe.picture(" + seconds + ")")));
  }

  private static String call(String promise) {
    return "const done = arguments[arguments.length - 1]; " + promise + ".then(done)";
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
          List<Double> sorted = new ArrayList<>(values);
          Collections.sort(sorted);
          System.out.printf(
              Locale.ROOT,
              "  %-48s %9.1f  [%.1f .. %.1f]%n",
              name,
              sorted.get(sorted.size() / 2),
              sorted.get(0),
              sorted.get(sorted.size() - 1));
        });
  }

  private static String resource(String name) throws IOException {
    try (InputStream source =
        Optional.ofNullable(EndToEnd.class.getResourceAsStream(name)).orElseThrow()) {
      return new String(source.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
