package dev.contop.bootstrap.command;

import dev.contop.bootstrap.config.StartRefused;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.Role;
import dev.contop.wire.PairingSummary;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks the running host to pair a phone, and shows the code for it. */
@Command(
    name = "pair",
    description = {
      "Pairs a phone with the host that is running on this computer, for 30 days.",
      "Shows the QR code for it, or with --json one line with all that is in the code."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpAutoWidth = true)
public final class PairCommand implements Callable<Integer> {

  @Option(names = "--temp", description = "For four hours, and no longer than the host runs.")
  private boolean temporary;

  @Option(names = "--view", description = "The phone may only watch.")
  private boolean view;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What the phone is called in lists (default: as it calls itself).")
  private @Nullable String name;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description = "Pair this device anew; its present pairing ends.")
  private @Nullable String device;

  @Mixin private final HostAtHand host = new HostAtHand();

  @Override
  public Integer call() throws StartRefused {
    String answer =
        host.ask()
            .pair(
                temporary ? ConnectionType.TEMPORARY : ConnectionType.PERMANENT,
                view ? Role.VIEW : Role.CONTROL,
                Optional.ofNullable(name),
                Optional.ofNullable(device));
    if (host.json()) {
      System.out.println(answer);
    } else {
      PairingText.show(System.out, PairingSummary.read(answer).orElseThrow(AskHost::unreadable));
    }
    return 0;
  }
}
