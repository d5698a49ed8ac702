package dev.contop.bootstrap.config;

import dev.contop.application.screen.ScreenKind;
import dev.contop.domain.pairing.PublicAddress;
import dev.contop.domain.pairing.TokenUse;
import dev.contop.os.desktop.DataFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the host, as picocli reads them; {@link #checked} makes them a value. */
@SuppressWarnings("NullAway.Init") // picocli sets them all, from a default if from nowhere else.
public final class HostOptions {

  private static final int LONGEST_CONFIRMATION = 3600;
  private static final int MOST_AUDIT_DAYS = 36_500;

  @Option(
      names = "--port",
      defaultValue = "8000",
      paramLabel = "PORT",
      description = "Where phones connect (default: 8000; 0: any free port).")
  private int port;

  @Option(
      names = "--admin-port",
      defaultValue = "8001",
      paramLabel = "PORT",
      description = "Where this computer alone pairs phones (default: 8001; 0: any free port).")
  private int adminPort;

  @Option(
      names = "--bind",
      defaultValue = "0.0.0.0",
      paramLabel = "ADDRESS",
      description = "The address that phones reach (default: 0.0.0.0, all of them).")
  private String bind;

  @Option(
      names = "--advertise",
      paramLabel = "[https://]HOST[:PORT]",
      description =
          "The name or address in QR codes and links, for a tunnel or a reverse proxy; with https://"
              + " where that ends TLS (default: the address of the interface that leads outward, and"
              + " Tailscale's).")
  private @Nullable String advertise;

  @Option(
      names = "--data-dir",
      paramLabel = "FOLDER",
      description = "Where certificate and pairings are kept (default: the user's data folder).")
  private @Nullable Path dataFolder;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "A properties file with defaults for these options, such as a line “port=9000”"
              + " (default: contop-host.properties in the data folder).")
  private @Nullable Path configFile;

  @Option(
      names = "--screen",
      defaultValue = "auto",
      paramLabel = "KIND",
      description =
          "auto, x11, robot, library, virtual or test-pattern (default: auto, the best that works:"
              + " on Linux x11, virtual, test-pattern; on Windows and macOS robot, test-pattern)."
              + " robot reads the desktop by Java itself, library by the WebRTC library; virtual is"
              + " a desktop of its own for a machine without a monitor.")
  private String screen;

  @Option(
      names = "--legacy-token",
      defaultValue = "lan",
      paramLabel = "on|lan|off",
      description =
          "From where a phone may show its token itself, as the Contop app does: from anywhere,"
              + " from networks around this computer, or from nowhere (default: lan). The page"
              + " never does.")
  private String legacyToken;

  @Mixin private final IceOptions ice = new IceOptions();

  @Mixin private final PictureOptions picture = new PictureOptions();

  @Mixin private final CommandOptions commands = new CommandOptions();

  @Mixin private final DoorOptions door = new DoorOptions();

  @Mixin private final RecordingOptions recording = new RecordingOptions();

  @Mixin private final LogOptions log = new LogOptions();

  @Option(
      names = "--session-life",
      defaultValue = "pairing",
      paramLabel = "TIME",
      description =
          "How long messages wait for a phone that is away: 90s, 15m, 4h or 7d, for example"
              + " (default: pairing, as long as its pairing lives).")
  private String sessionLife;

  @Option(
      names = "--confirm-within",
      defaultValue = "300",
      paramLabel = "SECONDS",
      description =
          "How long a phone may take to approve what has to be approved (default: 300; at most"
              + " 3600). Without an answer it is not run.")
  private int confirmWithin;

  @Option(
      names = "--audit-days",
      defaultValue = "365",
      paramLabel = "DAYS",
      description = "For how many days the audit log is kept (default: 365).")
  private int auditDays;

  /** The data folder that was named, or else the platform's. */
  public Path dataFolder() {
    return dataFolder != null ? dataFolder : DataFolder.usual();
  }

  /** The properties file, and whether somebody named it. */
  Path configFile() {
    return configFile != null ? configFile : dataFolder().resolve(PropertiesFile.NAME);
  }

  boolean namesConfigFile() {
    return configFile != null;
  }

  public LogSettings log() throws StartRefused {
    return log.checked();
  }

  /**
   * The configuration that these options ask for.
   *
   * @throws StartRefused when one of them cannot be used
   */
  public HostConfig checked() throws StartRefused {
    checkPort("--port", port);
    checkPort("--admin-port", adminPort);
    if (port == adminPort && port != 0) {
      throw new StartRefused("--port and --admin-port must differ; both are " + port);
    }
    return new HostConfig(
        port,
        adminPort,
        bind,
        dataFolder(),
        screen(),
        ice.checked(),
        ice.relayOnly(),
        tokens(),
        picture.checked(),
        sessionLife(),
        confirmWithin(),
        auditDays(),
        advertised(),
        commands.checked(),
        door.checked(),
        recording.checked());
  }

  private Optional<PublicAddress> advertised() throws StartRefused {
    if (advertise == null) {
      return Optional.empty();
    }
    Optional<PublicAddress> address = PublicAddress.parse(advertise);
    if (address.isEmpty()) {
      throw new StartRefused(
          "--advertise must be a name or an address, perhaps with a port, such as desk.example,"
              + " 192.0.2.7:8000 or https://desk.example, not “"
              + advertise
              + "”");
    }
    return address;
  }

  private int auditDays() throws StartRefused {
    if (auditDays < 1 || auditDays > MOST_AUDIT_DAYS) {
      throw new StartRefused(
          "--audit-days must be between 1 and " + MOST_AUDIT_DAYS + ", not " + auditDays);
    }
    return auditDays;
  }

  private static void checkPort(String option, int port) throws StartRefused {
    if (port < 0 || port > 65535) {
      throw new StartRefused(option + " must be between 0 and 65535, not " + port);
    }
  }

  private Optional<ScreenKind> screen() throws StartRefused {
    if (screen.equals("auto")) {
      return Optional.empty();
    }
    for (ScreenKind kind : ScreenKind.values()) {
      if (kind.optionName().equals(screen)) {
        return Optional.of(kind);
      }
    }
    throw new StartRefused(
        "--screen must be auto, x11, robot, library, virtual or test-pattern, not “"
            + screen
            + "”");
  }

  private TokenUse tokens() throws StartRefused {
    for (TokenUse use : TokenUse.values()) {
      if (use.optionName().equals(legacyToken)) {
        return use;
      }
    }
    throw new StartRefused("--legacy-token must be on, lan or off, not “" + legacyToken + "”");
  }

  private Optional<Duration> sessionLife() throws StartRefused {
    return sessionLife.equals("pairing")
        ? Optional.empty()
        : Optional.of(ShortTime.parse("--session-life", sessionLife));
  }

  private Duration confirmWithin() throws StartRefused {
    if (confirmWithin < 1 || confirmWithin > LONGEST_CONFIRMATION) {
      throw new StartRefused(
          "--confirm-within must be between 1 and "
              + LONGEST_CONFIRMATION
              + " seconds, not "
              + confirmWithin);
    }
    return Duration.ofSeconds(confirmWithin);
  }
}
