package dev.contop.bootstrap.config;

import java.util.Locale;
import java.util.Set;

/** How the log is written. It is set up by system properties before the first logger is made. */
public record LogSettings(String format, String level) {

  private static final Set<String> FORMATS = Set.of("text", "json");
  private static final Set<String> LEVELS = Set.of("error", "warn", "info", "debug", "trace");

  static LogSettings checked(String format, String level) throws StartRefused {
    String lowerLevel = level.toLowerCase(Locale.ROOT);
    if (!FORMATS.contains(format)) {
      throw new StartRefused("--log-format must be text or json, not “" + format + "”");
    }
    if (!LEVELS.contains(lowerLevel)) {
      throw new StartRefused(
          "--log-level must be error, warn, info, debug or trace, not “" + level + "”");
    }
    return new LogSettings(format, lowerLevel);
  }

  /** To be called before anything asks for a logger. */
  public void apply() {
    System.setProperty("contop.log.format", format);
    System.setProperty("contop.log.level", level);
    // The HTTP server logs through a facade of its own; it is to use ours.
    System.setProperty("org.jboss.logging.provider", "slf4j");
  }
}
