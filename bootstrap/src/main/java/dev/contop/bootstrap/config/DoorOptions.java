package dev.contop.bootstrap.config;

import dev.contop.domain.door.OriginRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options about who gets as far as the door. */
final class DoorOptions {

  private static final int MOST_CONNECTIONS = 16_384;
  private static final int MOST_ATTEMPTS = 1000;
  private static final int MOST_MESSAGES = 10_000;

  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      description =
          "Serve HTTPS with this certificate, in PEM, with those that signed it behind it. It is"
              + " read again when it changes.")
  private @Nullable Path certificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "The key of that certificate, in PEM, without a password.")
  private @Nullable Path key;

  @Option(
      names = "--allow-origin",
      split = "\\s+",
      paramLabel = "ORIGIN",
      description =
          "Let this site's pages connect too, such as https://desk.example; may be given several"
              + " times. The host's own page always may.")
  private @Nullable List<String> origins;

  @Option(
      names = "--max-connections",
      defaultValue = "512",
      paramLabel = "COUNT",
      description = "At most so many connections at once (default: 512).")
  private int connections;

  @Option(
      names = "--max-connections-each",
      defaultValue = "64",
      paramLabel = "COUNT",
      description =
          "At most so many of them from one address, besides paired phones (default: 64). The newest"
              + " one takes the place of the eldest.")
  private int connectionsEach;

  @Option(
      names = "--handshake-within",
      defaultValue = "10s",
      paramLabel = "TIME",
      description =
          "How long a connection may take for what comes before pairing is shown (default: 10s).")
  private String handshakeWithin = "";

  @Option(
      names = "--max-failures",
      defaultValue = "10",
      paramLabel = "COUNT",
      description =
          "So many failed attempts in a row from one address are told why (default: 10), then one"
              + " each six seconds.")
  private int failures;

  @Option(
      names = "--max-messages",
      defaultValue = "50",
      paramLabel = "RATE",
      description = "At most so many signaling messages a second from one phone (default: 50).")
  private int messages;

  DoorSettings checked() throws StartRefused {
    return new DoorSettings(
        origins(),
        tls(),
        between("--max-connections", connections, MOST_CONNECTIONS),
        between("--max-connections-each", connectionsEach, connections),
        ShortTime.parse("--handshake-within", handshakeWithin),
        between("--max-failures", failures, MOST_ATTEMPTS),
        between("--max-messages", messages, MOST_MESSAGES));
  }

  private OriginRule origins() throws StartRefused {
    List<String> named = origins == null ? List.of() : origins;
    for (String origin : named) {
      if (!OriginRule.isOrigin(origin)) {
        throw new StartRefused(
            "--allow-origin needs a scheme and a name, such as https://desk.example, not “"
                + origin
                + "”");
      }
    }
    return new OriginRule(Set.copyOf(named));
  }

  private Optional<DoorSettings.Tls> tls() throws StartRefused {
    if (certificate == null && key == null) {
      return Optional.empty();
    }
    if (certificate == null || key == null) {
      throw new StartRefused("--tls-cert and --tls-key are needed together; name both files");
    }
    return Optional.of(new DoorSettings.Tls(certificate, key));
  }

  private static int between(String option, int value, int most) throws StartRefused {
    if (value < 1 || value > most) {
      throw new StartRefused(option + " must be between 1 and " + most + ", not " + value);
    }
    return value;
  }
}
