package dev.contop.bootstrap.config;

import dev.contop.application.screen.ScreenKind;
import dev.contop.domain.media.VideoSettings;
import dev.contop.domain.pairing.PublicAddress;
import dev.contop.domain.pairing.TokenUse;
import dev.contop.domain.signaling.IceServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How this host is to run.
 *
 * @param port of the public listener; 0 for any
 * @param adminPort of the loopback listener; 0 for any
 * @param screen the kind of screen; nothing for the best that works
 * @param tokens from where a phone may still show its token itself
 * @param sessionLife how long a session waits for its phone; nothing for as long as its pairing
 * @param confirmWithin how long an answer to a confirmation counts (T53)
 * @param auditDays for how many days the audit log is kept
 * @param advertised where phones are told to find the host; nothing for where it finds itself
 */
public record HostConfig(
    int port,
    int adminPort,
    String bind,
    Path dataFolder,
    Optional<ScreenKind> screen,
    List<IceServer> iceServers,
    boolean relayOnly,
    TokenUse tokens,
    VideoSettings video,
    Optional<Duration> sessionLife,
    Duration confirmWithin,
    int auditDays,
    Optional<PublicAddress> advertised,
    CommandSettings commands,
    DoorSettings door) {
  public HostConfig {
    iceServers = List.copyOf(iceServers);
  }

  /** Whether phones reach this host by HTTPS: its own, or that of what stands before it. */
  public boolean isEncrypted() {
    return advertised.map(PublicAddress::encrypted).orElse(false) || door.tls().isPresent();
  }
}
