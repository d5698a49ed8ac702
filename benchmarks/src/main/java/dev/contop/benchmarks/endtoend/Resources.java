package dev.contop.benchmarks.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The scripts that lie beside these classes. */
final class Resources {

  private Resources() {}

  static String text(String name) throws IOException {
    try (InputStream source =
        Optional.ofNullable(Resources.class.getResourceAsStream(name)).orElseThrow()) {
      return new String(source.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Writes a script into a folder, under the last part of its name. */
  static Path unpack(String name, Path folder) throws IOException {
    Path file = folder.resolve(name.substring(name.lastIndexOf('/') + 1));
    return Files.writeString(file, text(name));
  }
}
