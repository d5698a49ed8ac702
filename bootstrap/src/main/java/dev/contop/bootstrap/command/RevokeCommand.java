package dev.contop.bootstrap.command;

import dev.contop.bootstrap.config.StartRefused;
import dev.contop.wire.RestAnswers;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes back the pairing of a phone; nothing of it works when this returns. */
@Command(
    name = "revoke",
    description = {
      "Unpairs a phone: its connection ends at once, and what runs for it.",
      "Exit status 0 when nothing of it works any more."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpAutoWidth = true)
@SuppressWarnings("NullAway.Init") // picocli sets the parameter.
public final class RevokeCommand implements Callable<Integer> {

  @Parameters(paramLabel = "DEVICE", description = "As “contop-host devices” names it.")
  private String device;

  @Mixin private final HostAtHand host = new HostAtHand();

  @Override
  public Integer call() throws StartRefused {
    String answer = host.ask().revoke(device);
    if (host.json()) {
      System.out.println(answer);
    } else {
      System.out.println(device + " is not paired any more.");
      RestAnswers.warning(answer).ifPresent(words -> System.err.println("contop-host: " + words));
    }
    return 0;
  }
}
