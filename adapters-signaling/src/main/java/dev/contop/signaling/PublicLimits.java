package dev.contop.signaling;

import dev.contop.domain.limits.Limits;
import java.time.Duration;

/**
 * Every bound of the public listener.
 *
 * @param connections how many TCP connections are served at once; more wait to be accepted
 * @param requestWithin how long a client may take for a request, or stay silent in one
 * @param sockets how many signaling sockets are open at once
 * @param socketsPerAddress how many of them from one address
 * @param messageBytes how long one message may be (T11)
 * @param messageBurst how many messages may come at once
 * @param messageInterval after which each further one may come
 * @param waitingMessages how many messages of one socket may wait to be handled
 * @param waitingBytes how long they may be together
 * @param unsentBytes how much may wait for a phone that does not read
 * @param idle after which a silent socket is closed
 * @param closeWithin how long a phone has to answer a close before the connection is cut
 */
public record PublicLimits(
    int connections,
    Duration requestWithin,
    int sockets,
    int socketsPerAddress,
    int messageBytes,
    int messageBurst,
    Duration messageInterval,
    int waitingMessages,
    int waitingBytes,
    int unsentBytes,
    Duration idle,
    Duration closeWithin) {

  public static PublicLimits standard() {
    return new PublicLimits(
        512,
        Duration.ofSeconds(10),
        256,
        32,
        Limits.SIGNALING_MESSAGE_BYTES,
        200,
        Duration.ofMillis(20),
        256,
        1024 * 1024,
        1024 * 1024,
        Duration.ofMinutes(2),
        Duration.ofSeconds(2));
  }
}
