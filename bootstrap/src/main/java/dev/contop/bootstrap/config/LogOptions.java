package dev.contop.bootstrap.config;

import picocli.CommandLine.Option;

/** How the log is written. */
@SuppressWarnings("NullAway.Init") // picocli sets them all.
final class LogOptions {

  @Option(
      names = "--log-format",
      defaultValue = "text",
      paramLabel = "text|json",
      description = "How the log is written, to standard error (default: text).")
  private String logFormat;

  @Option(
      names = "--log-level",
      defaultValue = "info",
      paramLabel = "LEVEL",
      description = "error, warn, info, debug or trace (default: info).")
  private String logLevel;

  LogSettings checked() throws StartRefused {
    return LogSettings.checked(logFormat, logLevel);
  }
}
