package dev.contop.bootstrap.command;

import dev.contop.bootstrap.config.StartRefused;
import dev.contop.domain.pairing.Fingerprint;
import dev.contop.wire.RestAnswers;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the fingerprint by which phones know the running host (T81). */
@Command(
    name = "identity",
    description = {
      "Prints the SHA-256 fingerprint of the host's certificate, as it is in every QR code:",
      "a phone that shows another one is not talking to this computer."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpAutoWidth = true)
public final class IdentityCommand implements Callable<Integer> {

  @Mixin private final HostAtHand host = new HostAtHand();

  @Override
  public Integer call() throws StartRefused {
    String answer = host.ask().connectionInfo();
    if (host.json()) {
      System.out.println(answer);
    } else {
      Fingerprint fingerprint = RestAnswers.fingerprint(answer).orElseThrow(AskHost::unreadable);
      System.out.println(fingerprint.hex());
      System.out.println(fingerprint.withColons());
    }
    return 0;
  }
}
