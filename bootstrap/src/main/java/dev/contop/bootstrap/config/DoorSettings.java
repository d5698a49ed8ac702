package dev.contop.bootstrap.config;

import dev.contop.domain.door.OriginRule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Who gets as far as the door, and how many at once.
 *
 * @param origins which web pages may open the signaling socket, besides the host's own
 * @param tls what the public listener is encrypted with, if anything
 * @param connections how many there may be at once
 * @param connectionsPerBlock how many of them from one address, before they are let in
 * @param handshakeWithin how long one may take to be let in
 * @param failedAttempts how many are heard in a row from one address
 * @param messages how many a second may come on one signaling socket
 */
public record DoorSettings(
    OriginRule origins,
    Optional<Tls> tls,
    int connections,
    int connectionsPerBlock,
    Duration handshakeWithin,
    int failedAttempts,
    int messages) {

  /** Two PEM files. */
  public record Tls(Path certificate, Path key) {}

  public static DoorSettings standard() {
    return new DoorSettings(
        OriginRule.OWN_ONLY, Optional.empty(), 512, 64, Duration.ofSeconds(10), 10, 50);
  }
}
