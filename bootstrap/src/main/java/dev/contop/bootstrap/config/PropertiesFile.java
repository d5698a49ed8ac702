package dev.contop.bootstrap.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;

/** Reads the file with defaults for options. */
final class PropertiesFile {

  /** Its name in the data folder. */
  static final String NAME = "contop-host.properties";

  private PropertiesFile() {}

  /**
   * The lines of {@code file}; none when it does not exist and nobody named it.
   *
   * @param known the names of options that there are
   */
  static Properties read(Path file, boolean named, Set<String> known) throws StartRefused {
    Properties lines = new Properties();
    if (!named && !Files.exists(file)) {
      return lines;
    }
    try (Reader reader = Files.newBufferedReader(file)) {
      lines.load(reader);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new StartRefused(
          "The file " + file + " cannot be read; mend it, or leave --config out", unreadable);
    }
    for (String name : lines.stringPropertyNames()) {
      if (!known.contains(name)) {
        throw new StartRefused(
            "The file " + file + " has a line “" + name + "” that is no option; remove it");
      }
    }
    return lines;
  }
}
