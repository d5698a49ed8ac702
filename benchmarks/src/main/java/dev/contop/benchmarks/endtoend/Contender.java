package dev.contop.benchmarks.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Something that shows a desktop in a browser. */
interface Contender {

  /** What it is called on the command line. */
  String name();

  /** What it is called in the table. */
  String title();

  /** What must be installed for it. */
  List<Needed> needs();

  /**
   * Starts it.
   *
   * @param work a folder for its files
   * @param display the X display to show; it may bring one of its own instead
   */
  Standing start(Path work, String display) throws IOException;

  /** The Debian packages that it needs and that are not here. */
  default List<String> missing() {
    return needs().stream().filter(needed -> !needed.isHere()).map(Needed::debian).toList();
  }

  /** A file, one of several that will do, and the Debian package that brings it. */
  record Needed(String debian, List<String> files) {

    static Needed of(String debian, String... files) {
      return new Needed(debian, Arrays.asList(files));
    }

    boolean isHere() {
      return files.stream().map(Path::of).anyMatch(Files::exists);
    }
  }
}
