package dev.contop.bootstrap.command;

import dev.contop.bootstrap.config.StartRefused;
import dev.contop.os.desktop.DataFolder;
import dev.contop.wire.PairingSummary;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks the running host to pair a phone, and shows the code for it. */
@Command(
    name = "pair",
    description = "Pairs a phone with the host that is running on this computer.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpAutoWidth = true)
public final class PairCommand implements Callable<Integer> {

  @Option(
      names = "--temp",
      description = "A pairing of four hours; at present the only kind there is.")
  @SuppressWarnings("UnusedVariable") // Taken so that scripts can already say what they mean.
  private boolean temporary;

  @Option(names = "--json", description = "Print one line of JSON instead of the QR code.")
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

  @Override
  public Integer call() throws StartRefused {
    Path folder = dataFolder != null ? dataFolder : DataFolder.usual();
    OptionalInt named = adminPort != null ? OptionalInt.of(adminPort) : OptionalInt.empty();
    AskHost host = AskHost.of(folder, named);
    String answer = host.pair();
    PrintStream out = System.out;
    if (json) {
      out.println(answer);
    } else {
      PairingSummary summary =
          PairingSummary.read(answer)
              .orElseThrow(
                  () -> new StartRefused("The host answered in a way this version cannot read"));
      PairingText.show(out, summary.link(), summary.expiresAt());
    }
    return 0;
  }
}
