package dev.contop.benchmarks.endtoend;

import dev.contop.benchmarks.endtoend.Scene.Further;
import dev.contop.e2e.Xvfb;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures all contenders in turn, run by run, and prints one table of Markdown and one for each
 * further scene.
 *
 * <p>One that fails is named below the table and keeps no other from being measured.
 */
final class Table {

  private static final int WIDTH = 1920;
  private static final int HEIGHT = 1080;

  private final TableOptions options;
  private final PrintStream progress;
  private final Figures whole = new Figures();
  private final Map<Further, Figures> further = new EnumMap<>(Further.class);
  private final List<String> remarks = new ArrayList<>();

  /**
   * @param progress is told what is being measured
   */
  Table(TableOptions options, PrintStream progress) {
    this.options = options;
    this.progress = progress;
    for (Further scene : Further.values()) {
      further.put(scene, new Figures());
    }
  }

  public static void main(String[] arguments) throws IOException {
    try {
      TableOptions options = TableOptions.read(arguments);
      Leftovers.endAtExit();
      System.out.print(new Table(options, System.err).measure());
    } catch (IllegalArgumentException wrong) {
      System.err.println("benchmarks/run --table: " + wrong.getMessage());
      System.exit(2);
    }
  }

  /** Takes minutes; the text to be printed. */
  String measure() throws IOException {
    List<Contender> contenders = contenders();
    Machine before = Machine.now();
    for (int run = 1; run <= options.runs(); run++) {
      for (Contender contender : contenders) {
        progress.printf(Locale.ROOT, "run %d of %d: %s%n", run, options.runs(), contender.title());
        attempt(contender, run);
      }
    }
    return text(Machine.now().since(before, Runtime.getRuntime().availableProcessors()));
  }

  private List<Contender> contenders() {
    List<Contender> usual =
        Stream.concat(Contenders.own().stream(), Contenders.peers().stream()).toList();
    List<Contender> known = Stream.concat(usual.stream(), Contenders.seldom().stream()).toList();
    for (String name : options.only()) {
      if (known.stream().noneMatch(contender -> contender.name().equals(name))) {
        throw new IllegalArgumentException(
            "--only knows "
                + String.join(", ", known.stream().map(Contender::name).toList())
                + "; not "
                + name);
      }
    }
    List<Contender> wanted =
        options.only().isEmpty() ? usual : known.stream().filter(options::wants).toList();
    for (Contender contender : wanted) {
      if (!contender.missing().isEmpty()) {
        remarks.add(
            "%s is missing: apt install %s"
                .formatted(contender.title(), String.join(" ", contender.missing())));
      }
    }
    return wanted.stream().filter(contender -> contender.missing().isEmpty()).toList();
  }

  private void attempt(Contender contender, int run) throws IOException {
    Path work = Files.createTempDirectory("contop-benchmark-");
    try (Xvfb screen = Xvfb.start(WIDTH, HEIGHT)) {
      new Trial(work, options.seconds(), whole, further)
          .run(contender, screen.display(), scenes(contender));
    } catch (IOException | RuntimeException failed) {
      String why = String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
      remarks.add("%s failed in run %d: %s".formatted(contender.title(), run, why));
      progress.println(remarks.get(remarks.size() - 1));
    } finally {
      Leftovers.delete(work);
    }
  }

  private List<Further> scenes(Contender contender) {
    boolean wanted =
        switch (options.scenes()) {
          case ALL -> true;
          case NONE -> false;
          case OURS -> contender instanceof ContopHost own && own.isUsual();
        };
    return wanted ? Arrays.asList(Further.values()) : List.of();
  }

  private String text(String machine) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%d run%s of %d s a scene, %dx%d sent 1280x720, 30 frames/s, 5 Mbit/s; %s.%n%n",
            options.runs(),
            options.runs() == 1 ? "" : "s",
            options.seconds(),
            WIDTH,
            HEIGHT,
            machine));
    text.append(TableText.of("", Column.WHOLE, whole));
    further.forEach(
        (scene, figures) -> {
          if (!figures.rows().isEmpty()) {
            text.append('\n').append(TableText.of(scene.title(), Column.SCENE, figures));
          }
        });
    if (!remarks.isEmpty()) {
      text.append('\n');
      remarks.forEach(remark -> text.append("- ").append(remark).append('\n'));
    }
    return text.toString();
  }
}
