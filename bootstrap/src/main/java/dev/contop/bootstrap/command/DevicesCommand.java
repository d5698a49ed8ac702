package dev.contop.bootstrap.command;

import dev.contop.bootstrap.config.StartRefused;
import dev.contop.wire.ListedDevice;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the phones that are paired with the running host. */
@Command(
    name = "devices",
    description = "Lists the phones that are paired with the host that is running here.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpAutoWidth = true)
public final class DevicesCommand implements Callable<Integer> {

  @Mixin private final HostAtHand host = new HostAtHand();

  @Override
  public Integer call() throws StartRefused {
    String answer = host.ask().devices();
    System.out.println(
        host.json()
            ? answer
            : DevicesText.of(
                ListedDevice.read(answer).orElseThrow(AskHost::unreadable),
                ZoneId.systemDefault()));
    return 0;
  }
}
