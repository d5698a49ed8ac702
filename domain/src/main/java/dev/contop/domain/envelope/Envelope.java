package dev.contop.domain.envelope;

import java.util.OptionalLong;

/**
 * One message to the phone with the identity it got when it was made (T12).
 *
 * @param seq its number on a connection that resumes (T42); none on any other, and none for what is
 *     true only now and only for one connection
 */
public record Envelope(MessageId id, HostMessage message, OptionalLong seq) {

  public Envelope(MessageId id, HostMessage message) {
    this(id, message, OptionalLong.empty());
  }

  Envelope numbered(long number) {
    return new Envelope(id, message, OptionalLong.of(number));
  }

  /** About how many bytes of memory it keeps from others, counting the longest form of text. */
  long weight() {
    return 256 + 2L * message.characters();
  }
}
