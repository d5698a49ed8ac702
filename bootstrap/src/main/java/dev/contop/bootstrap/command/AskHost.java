package dev.contop.bootstrap.command;

import dev.contop.bootstrap.config.RunningHost;
import dev.contop.bootstrap.config.StartRefused;
import dev.contop.domain.door.Secret;
import dev.contop.os.door.AdminHeaderFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Talks to the running host's loopback listener. Blocks for seconds at most. */
final class AskHost {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int LONGEST_ANSWER = 64 * 1024;

  private final int port;
  private final Optional<Secret> secret;

  private AskHost(int port, Optional<Secret> secret) {
    this.port = port;
    this.secret = secret;
  }

  /**
   * The host that runs with {@code dataFolder}, or whatever listens on the port that was named.
   *
   * <p>Only the former is told the secret of that folder; on another port there may be a program of
   * another user.
   */
  static AskHost of(Path dataFolder, OptionalInt named) {
    int port = RunningHost.adminPort(dataFolder, named);
    boolean noted = RunningHost.adminPort(dataFolder, OptionalInt.empty()) == port;
    return new AskHost(port, noted ? AdminHeaderFile.read(dataFolder) : Optional.empty());
  }

  /** Makes a temporary pairing; the answer is one line of JSON. */
  String pair() throws StartRefused {
    return post("/api/pair?connection_type=temp");
  }

  private String post(String path) throws StartRefused {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
      connection.setConnectTimeout((int) PATIENCE.toMillis());
      connection.setReadTimeout((int) PATIENCE.toMillis());
      connection.setRequestMethod("POST");
      connection.setRequestProperty("Accept", "application/json");
      secret.ifPresent(
          known -> connection.setRequestProperty("Authorization", "Bearer " + known.value()));
      int status = connection.getResponseCode();
      if (status == HttpURLConnection.HTTP_UNAUTHORIZED) {
        throw new StartRefused(
            "The host on port "
                + port
                + " belongs to another user, or runs with another data folder; name that with"
                + " --data-dir");
      }
      if (status != HttpURLConnection.HTTP_OK) {
        throw new StartRefused(
            "The host on port " + port + " answered with status " + status + "; see its log");
      }
      try (InputStream body = connection.getInputStream()) {
        return new String(body.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8).strip();
      }
    } catch (ConnectException nobody) {
      throw new StartRefused(
          "No host answers on port "
              + port
              + " of this computer; start it with ./contop-host, or name its port with"
              + " --admin-port",
          nobody);
    } catch (IOException failed) {
      throw new StartRefused(
          "The host on port " + port + " did not answer: " + failed.getMessage(), failed);
    }
  }
}
