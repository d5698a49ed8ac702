package dev.contop.bootstrap.config;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Properties;

/** A note in the data folder that says where the running host listens, for other commands. */
public final class RunningHost {

  private static final String NAME = "running.properties";
  private static final String ADMIN_PORT = "admin-port";
  private static final int USUAL_ADMIN_PORT = 8001;

  private RunningHost() {}

  public static void note(Path dataFolder, int port, int adminPort) throws IOException {
    Properties lines = new Properties();
    lines.setProperty("port", Integer.toString(port));
    lines.setProperty(ADMIN_PORT, Integer.toString(adminPort));
    lines.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
    try (Writer writer = Files.newBufferedWriter(dataFolder.resolve(NAME))) {
      lines.store(writer, "The Contop Host that is running");
    }
  }

  public static void forget(Path dataFolder) throws IOException {
    Files.deleteIfExists(dataFolder.resolve(NAME));
  }

  /** The port that was named, or else the running host's, or else the usual one. */
  public static int adminPort(Path dataFolder, OptionalInt named) {
    if (named.isPresent()) {
      return named.getAsInt();
    }
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(dataFolder.resolve(NAME))) {
      lines.load(reader);
      return Integer.parseInt(lines.getProperty(ADMIN_PORT, ""));
    } catch (IOException | IllegalArgumentException noNote) {
      return USUAL_ADMIN_PORT;
    }
  }
}
