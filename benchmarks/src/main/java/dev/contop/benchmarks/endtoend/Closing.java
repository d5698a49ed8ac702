package dev.contop.benchmarks.endtoend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Closes several things, the last one first; one that fails keeps no other from being closed. */
final class Closing {

  private Closing() {}

  static void all(List<? extends AutoCloseable> parts) {
    List<AutoCloseable> backwards = new ArrayList<>(parts);
    Collections.reverse(backwards);
    IllegalStateException failed = new IllegalStateException("Not everything could be closed");
    for (AutoCloseable part : backwards) {
      try {
        part.close();
      } catch (Exception stubborn) {
        failed.addSuppressed(stubborn);
      }
    }
    if (failed.getSuppressed().length > 0) {
      throw failed;
    }
  }
}
