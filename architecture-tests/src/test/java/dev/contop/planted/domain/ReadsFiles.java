package dev.contop.planted.domain;

import java.nio.file.Path;

/** Knows of files. */
public final class ReadsFiles {
  public Path path() {
    return Path.of("x");
  }
}
