package dev.contop.domain.envelope;

import java.util.Optional;

/** What came of reading one message from a phone: bad input is a value, not an exception. */
public sealed interface Inbound {

  record Accepted(MessageId id, PhoneMessage message) implements Inbound {}

  /** {@code ref} is the id of the message when it could still be read. */
  record Rejected(Refusal cause, Optional<MessageId> ref) implements Inbound {}
}
