package dev.contop.bootstrap.config;

import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Gives a command line its defaults from environment and properties file. */
public final class ReadOptions {

  private ReadOptions() {}

  /**
   * Lets {@code commands} take what is not given from the environment and from the properties file.
   *
   * @param probe the same commands once more, to find out where that file is
   */
  public static void layer(
      CommandLine commands,
      CommandLine probe,
      HostOptions probed,
      String[] arguments,
      Map<String, String> environment)
      throws StartRefused {
    probe.setDefaultValueProvider(new LayeredDefaults(environment, new Properties()));
    try {
      probe.parseArgs(arguments);
    } catch (ParameterException wrong) {
      // It will be said when the arguments are read for good.
      return;
    }
    Properties file =
        PropertiesFile.read(probed.configFile(), probed.namesConfigFile(), names(commands));
    commands.setDefaultValueProvider(new LayeredDefaults(environment, file));
  }

  private static Set<String> names(CommandLine commands) {
    return commands.getCommandSpec().options().stream()
        .filter(option -> !option.usageHelp() && !option.versionHelp())
        .map(OptionSpec::longestName)
        .map(name -> name.substring("--".length()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
