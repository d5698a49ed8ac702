package dev.contop.signaling;

import dev.contop.domain.limits.Limits;
import java.time.Duration;

/**
 * Every bound of the public listener.
 *
 * @param connections how many TCP connections are served at once; when one more comes, one that was
 *     not let in is cut
 * @param connectionsPerBlock how many of them from one address block, besides those let in
 * @param requestWithin how long a client may take for a request, or stay silent in one; how long a
 *     phone may take to prove itself is the use case's to say
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
    int connectionsPerBlock,
    Duration requestWithin,
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
        64,
        Duration.ofSeconds(10),
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
