package dev.contop.bootstrap.command;

import dev.contop.bootstrap.Host;
import dev.contop.bootstrap.config.HostOptions;
import dev.contop.bootstrap.config.StartRefused;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the host until it is told to stop. */
@Command(
    name = "contop-host",
    description = {
      "Shows this desktop to your phone's browser and lets it be driven from there.",
      "Scan the QR code that appears; everything else happens on the phone.",
      ""
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    footer = {
      "",
      "Each option may also stand in the environment (--admin-port as CONTOP_ADMIN_PORT)",
      "or as a line of the properties file (admin-port=8001); the command line comes first."
    })
public final class HostCommand implements Callable<Integer> {

  @Mixin private final HostOptions options = new HostOptions();

  public HostOptions options() {
    return options;
  }

  @Override
  public Integer call() throws StartRefused, InterruptedException {
    options.log().apply();
    try (Host host = Host.start(options.checked())) {
      host.announce(System.out);
      host.awaitStop();
    }
    return 0;
  }
}
