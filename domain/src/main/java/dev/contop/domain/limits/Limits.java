package dev.contop.domain.limits;

import java.time.Duration;
import java.util.Optional;

/**
 * Every bound of a session, in one place.
 *
 * @param queuedMessages how many outbound messages wait for a phone that is away (T40)
 * @param unacknowledged how many messages are kept to be sent again to a phone that resumes (T42)
 * @param queuedBytes how much memory the waiting messages may take, and as much again those that
 *     are kept to be sent again (T17)
 * @param sendWindow how many messages may be with the peer and not yet written to its channel (T17)
 * @param errorBacklog while more than this many messages wait, bad input is counted but no longer
 *     answered, so that a flood of it cannot push out what matters
 * @param sessionLife how long a session waits for a phone that is away before it ends; none for as
 *     long as the phone's pairing is meant to last
 * @param connectWithin how long a new peer may take to open its reliable channel (T33)
 * @param heartbeat the interval of keepalives (T18)
 * @param silentHeartbeats how many in a row without life make one warning (T19)
 * @param signalingLinger how long the signaling socket stays after the reliable channel opens (T9)
 * @param stepOutput how many bytes of UTF-8 one step may write before its output is cut
 * @param finalOutput how many bytes of JSON the output repeated at the end of a step may take, so
 *     that the message still fits one data-channel message, command and all
 * @param intentText how many characters an intent may have; six bytes of JSON each at worst
 * @param confirmations those of questions to the user
 */
public record Limits(
    int queuedMessages,
    int unacknowledged,
    long queuedBytes,
    int sendWindow,
    int errorBacklog,
    Optional<Duration> sessionLife,
    Duration connectWithin,
    Duration heartbeat,
    int silentHeartbeats,
    Duration signalingLinger,
    int stepOutput,
    int finalOutput,
    int intentText,
    ConfirmationLimits confirmations) {
  public Limits {
    if (unacknowledged < sendWindow) {
      throw new IllegalArgumentException("What a peer may hold must be kept until it is written");
    }
  }

  /** A data-channel message of the reliable channel, in bytes (T13). */
  public static final int RELIABLE_MESSAGE_BYTES = 256 * 1024;

  /** A data-channel message of the fast channel, in bytes (T13). */
  public static final int FAST_MESSAGE_BYTES = 4 * 1024;

  /** A signaling message, in bytes (T11). */
  public static final int SIGNALING_MESSAGE_BYTES = 256 * 1024;

  /** How deep JSON may nest (T13). */
  public static final int JSON_DEPTH = 64;

  /** How many acts of one session may wait for their lines in the audit log (T55). */
  public static final int DEFERRED = 64;

  /** How many characters of what was said before are kept for the next intent (T54). */
  public static final int BACKSTORY = 64 * 1024;

  public static Limits standard() {
    return new Limits(
        1000,
        1000,
        16 * 1024 * 1024,
        32,
        64,
        Optional.empty(),
        Duration.ofSeconds(15),
        Duration.ofSeconds(30),
        3,
        Duration.ofSeconds(10),
        256 * 1024,
        200 * 1024,
        8 * 1024,
        ConfirmationLimits.standard());
  }

  /** The same bounds with others for confirmations. */
  public Limits with(ConfirmationLimits others) {
    return new Limits(
        queuedMessages,
        unacknowledged,
        queuedBytes,
        sendWindow,
        errorBacklog,
        sessionLife,
        connectWithin,
        heartbeat,
        silentHeartbeats,
        signalingLinger,
        stepOutput,
        finalOutput,
        intentText,
        others);
  }

  /** The same with another {@link #sessionLife}. */
  public Limits withSessionLife(Optional<Duration> life) {
    return new Limits(
        queuedMessages,
        unacknowledged,
        queuedBytes,
        sendWindow,
        errorBacklog,
        life,
        connectWithin,
        heartbeat,
        silentHeartbeats,
        signalingLinger,
        stepOutput,
        finalOutput,
        intentText,
        confirmations);
  }
}
