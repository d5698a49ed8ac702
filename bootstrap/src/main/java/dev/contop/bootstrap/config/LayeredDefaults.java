package dev.contop.bootstrap.config;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Where an option comes from when it is not on the command line: first {@code CONTOP_…} in the
 * environment, then a line of the properties file, then the built-in default.
 *
 * <p>{@code --admin-port} is {@code CONTOP_ADMIN_PORT} there and {@code admin-port} here.
 */
final class LayeredDefaults implements IDefaultValueProvider {

  private static final String PREFIX = "CONTOP_";

  private final Map<String, String> environment;
  private final Properties file;

  LayeredDefaults(Map<String, String> environment, Properties file) {
    this.environment = environment;
    this.file = file;
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
      return null;
    }
    String name = option.longestName().substring("--".length());
    String fromEnvironment = environment.get(variable(name));
    return fromEnvironment != null ? fromEnvironment : file.getProperty(name);
  }

  static String variable(String name) {
    return PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
