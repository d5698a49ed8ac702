package dev.contop.benchmarks.endtoend;

import dev.contop.benchmarks.endtoend.Scene.Further;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One run of one contender through the scenes, on a screen and with a browser of its own. */
final class Trial {

  private final Path work;
  private final int seconds;
  private final Figures whole;
  private final Map<Further, Figures> further;

  /**
   * @param work a folder for what is started
   * @param seconds how long each scene is looked at
   * @param whole where the figures of the table go
   * @param further where those of the further scenes go
   */
  Trial(Path work, int seconds, Figures whole, Map<Further, Figures> further) {
    this.work = work;
    this.seconds = seconds;
    this.whole = whole;
    this.further = new EnumMap<>(further);
  }

  /** Starts the contender, measures it and ends it. */
  void run(Contender contender, String display, List<Further> scenes) throws IOException {
    try (Standing standing = contender.start(work, display);
        Viewer viewer = Viewer.open(seconds)) {
      Measuring measuring = new Measuring(standing, viewer, contender.title());
      measuring.moving();
      measuring.still();
      measuring.lone();
      for (Further scene : scenes) {
        measuring.further(scene);
      }
    }
  }

  private final class Measuring {

    private final Standing standing;
    private final Viewer viewer;
    private final String row;

    Measuring(Standing standing, Viewer viewer, String row) {
      this.standing = standing;
      this.viewer = viewer;
      this.row = row;
    }

    void moving() throws IOException {
      on(
          Scene.MOVING,
          () -> {
            connect();
            Used picture = picture();
            note(Column.FULL_RATE, picture.seen().number("fullRate"));
            note(Column.DECODED, picture.seen().number("fps"));
            note(Column.GLASS_P50, picture.seen().part("glass").number("p50"));
            note(Column.GLASS_P99, picture.seen().part("glass").number("p99"));
            note(Column.LAST_PACKET_P99, picture.seen().part("received").number("p99"));
            note(Column.PROCESSOR, picture.processor());
            note(Column.MEMORY, standing.tree().memory());
          });
    }

    void still() throws IOException {
      on(
          Scene.STILL,
          () -> {
            connect();
            viewer.picture(seconds); // lets the picture sharpen first
            Used picture = picture();
            note(Column.STILL_PROCESSOR, picture.processor());
            note(Column.STILL_KILOBITS, picture.seen().number("kilobits"));
          });
    }

    void lone() throws IOException {
      on(
          Scene.LONE,
          () -> {
            connect();
            Measured fresh = viewer.picture(seconds).part("fresh");
            note(Column.LONE_P50, fresh.number("p50"));
            note(Column.LONE_P99, fresh.number("p99"));
          });
    }

    /** Ages are of the first picture that shows each change, since these scenes change slower. */
    void further(Further scene) throws IOException {
      Figures figures = Objects.requireNonNull(further.get(scene));
      on(
          scene.mode(),
          () -> {
            viewer.connect(standing);
            Used picture = picture();
            Measured fresh = picture.seen().part("fresh");
            figures.note(row, Column.DECODED, picture.seen().number("fps"));
            figures.note(row, Column.GLASS_P50, fresh.number("p50"));
            figures.note(row, Column.GLASS_P99, fresh.number("p99"));
            figures.note(row, Column.PROCESSOR, picture.processor());
            figures.note(row, Column.KILOBITS, picture.seen().number("kilobits"));
          });
    }

    private void connect() throws IOException {
      Measured marks = viewer.connect(standing);
      note(Column.FIRST_FRAME, marks.number("frame"));
      note(Column.CHANNEL, marks.number("channel"));
    }

    private Used picture() {
      double before = standing.tree().cpuSeconds();
      long began = System.nanoTime();
      Measured seen = viewer.picture(seconds);
      double took = (System.nanoTime() - began) / 1e9;
      return new Used(seen, (standing.tree().cpuSeconds() - before) * 100 / took);
    }

    private void on(String scene, Looking looking) throws IOException {
      Scene shown = Scene.show(work, standing.display(), scene);
      try {
        looking.look();
        viewer.leave();
      } finally {
        shown.close();
      }
    }

    private void note(Column column, double value) {
      whole.note(row, column, value);
    }
  }

  private interface Looking {
    void look() throws IOException;
  }

  /** What was seen, and the processor time that the server took for it, in percent of a core. */
  private record Used(Measured seen, double processor) {}
}
