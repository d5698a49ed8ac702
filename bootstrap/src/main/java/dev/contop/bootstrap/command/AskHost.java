package dev.contop.bootstrap.command;

import dev.contop.bootstrap.config.RunningHost;
import dev.contop.bootstrap.config.StartRefused;
import dev.contop.domain.door.Secret;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.Role;
import dev.contop.os.door.AdminHeaderFile;
import dev.contop.wire.RestAnswers;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Talks to the running host's loopback listener. Blocks for seconds at most. */
final class AskHost {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int LONGEST_ANSWER = 1024 * 1024;

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

  /** Makes a pairing; the answer is one line of JSON, as all of them are. */
  String pair(ConnectionType connection, Role role, Optional<String> name, Optional<String> device)
      throws StartRefused {
    return ask(
        "POST",
        "/api/pair?connection_type="
            + connection.wireName()
            + "&role="
            + role.wireName()
            + name.map(text -> "&name=" + encoded(text)).orElse("")
            + device.map(id -> "&device_id=" + encoded(id)).orElse(""));
  }

  /** Lists the devices that are paired. */
  String devices() throws StartRefused {
    return ask("GET", "/api/devices");
  }

  /** Takes back the pairing of a device. */
  String revoke(String device) throws StartRefused {
    return ask("DELETE", "/api/pair?device_id=" + encoded(device));
  }

  /** Tells where and as whom the host can be reached. */
  String connectionInfo() throws StartRefused {
    return ask("GET", "/api/connection-info");
  }

  /** What is said when an answer is none. */
  static StartRefused unreadable() {
    return new StartRefused(
        "The host answered in a way that this version cannot read; use the same version for both");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String ask(String method, String path) throws StartRefused {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
      connection.setConnectTimeout((int) PATIENCE.toMillis());
      connection.setReadTimeout((int) PATIENCE.toMillis());
      connection.setRequestMethod(method);
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
        throw refused(connection, status);
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

  /** In the host's own words, if it gave any. */
  private StartRefused refused(HttpURLConnection connection, int status) throws IOException {
    try (InputStream body = connection.getErrorStream()) {
      String words =
          body == null
              ? ""
              : new String(body.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8).strip();
      return new StartRefused(
          RestAnswers.refusal(words)
              .map(reason -> remedied(status, reason))
              .orElse(
                  "The host on port "
                      + port
                      + " answered with status "
                      + status
                      + "; see its log"));
    }
  }

  private static String remedied(int status, String reason) {
    return status == HttpURLConnection.HTTP_NOT_FOUND
        ? reason + " “contop-host devices” lists those there are."
        : reason;
  }
}
