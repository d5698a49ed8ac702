package dev.contop.benchmarks.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What the screen shows while it is measured. */
final class Scene implements AutoCloseable {

  /** The scenes of the whole table. */
  static final String MOVING = "moving";

  static final String STILL = "still";
  static final String LONE = "lone";

  /** The further ones, by the name that the program knows, with what a reader calls it. */
  enum Further {
    TERMINAL("a terminal that scrolls"),
    TYPING("typing"),
    DRAGGING("a window being dragged"),
    VIDEO("a video playing");

    private final String title;

    Further(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }

    String mode() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Started program;

  private Scene(Started program) {
    this.program = program;
  }

  /**
   * Shows it and waits until it is there.
   *
   * @param mode what {@code scene.py} knows
   */
  static Scene show(Path work, String display, String mode) throws IOException {
    Path file = Resources.unpack("scene.py", work);
    ProcessBuilder builder = new ProcessBuilder(List.of("/usr/bin/python3", file.toString(), mode));
    builder.environment().put("DISPLAY", display);
    Started program = Started.speaking(builder, work.resolve("scene.log"));
    if (!program.firstLine().equals("ready")) {
      program.close();
      throw new IOException("The scene did not start");
    }
    return new Scene(program);
  }

  @Override
  public void close() {
    program.close();
  }
}
