package dev.contop.bootstrap;

import dev.contop.bootstrap.command.AuditCommand;
import dev.contop.bootstrap.command.DevicesCommand;
import dev.contop.bootstrap.command.HostCommand;
import dev.contop.bootstrap.command.IdentityCommand;
import dev.contop.bootstrap.command.PairCommand;
import dev.contop.bootstrap.command.RevokeCommand;
import dev.contop.bootstrap.config.ReadOptions;
import dev.contop.bootstrap.config.StartRefused;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The command line. What cannot be done is said in one line, with exit status 2. */
public final class Main {

  private static final int REFUSED = 2;

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments, System.getenv()));
  }

  static int run(String[] arguments, Map<String, String> environment) {
    HostCommand probed = new HostCommand();
    CommandLine commands = commands(new HostCommand());
    try {
      ReadOptions.layer(commands, commands(probed), probed.options(), arguments, environment);
    } catch (StartRefused refused) {
      return refuse(refused.reason());
    }
    return commands.execute(arguments);
  }

  private static CommandLine commands(HostCommand host) {
    CommandLine commands = new CommandLine(host);
    commands.addSubcommand(new PairCommand());
    commands.addSubcommand(new DevicesCommand());
    commands.addSubcommand(new RevokeCommand());
    commands.addSubcommand(new IdentityCommand());
    commands.addSubcommand(new AuditCommand());
    commands.setParameterExceptionHandler((wrong, unused) -> refuse(oneLine(wrong)));
    commands.setExecutionExceptionHandler(
        (failure, unused, alsoUnused) -> {
          if (failure instanceof StartRefused refused) {
            return refuse(refused.reason());
          }
          throw failure;
        });
    return commands;
  }

  private static String oneLine(ParameterException wrong) {
    String message = String.valueOf(wrong.getMessage());
    int end = message.indexOf('\n');
    return (end < 0 ? message : message.substring(0, end)) + "; see --help";
  }

  private static int refuse(String reason) {
    System.err.println("contop-host: " + reason);
    return REFUSED;
  }
}
