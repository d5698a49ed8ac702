package dev.contop.bootstrap.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What can be done with the audit log. */
@Command(
    name = "audit",
    description = "Checks the record of what phones asked for and what came of it.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = VerifyCommand.class,
    usageHelpAutoWidth = true)
@SuppressWarnings("NullAway.Init") // picocli sets the specification.
public final class AuditCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Missing: audit verify FILE...");
  }
}
