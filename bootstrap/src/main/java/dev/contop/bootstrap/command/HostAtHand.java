package dev.contop.bootstrap.command;

import dev.contop.os.desktop.DataFolder;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which running host is asked, and in what form its answer is printed. */
final class HostAtHand {

  @Option(names = "--json", description = "Print one line of JSON.")
  private boolean json;

  @Option(
      names = "--admin-port",
      paramLabel = "PORT",
      description = "Where the host listens for this computer (default: as it is running).")
  private @Nullable Integer adminPort;

  @Option(
      names = "--data-dir",
      paramLabel = "FOLDER",
      description = "The data folder of the host (default: the user's).")
  private @Nullable Path dataFolder;

  AskHost ask() {
    Path folder = dataFolder != null ? dataFolder : DataFolder.usual();
    return AskHost.of(folder, adminPort != null ? OptionalInt.of(adminPort) : OptionalInt.empty());
  }

  boolean json() {
    return json;
  }
}
