package dev.contop.wire;

import dev.contop.domain.envelope.MessageId;
import java.util.Optional;
import java.util.UUID;

/** The text form of a message id (T12); {@link UUID#fromString} takes far more than that. */
final class MessageIds {

  private static final int LENGTH = 36;

  private MessageIds() {}

  /** The id, if the text is a version 4 UUID in the form 8-4-4-4-12 (RFC 9562, section 4). */
  static Optional<MessageId> parse(String text) {
    if (text.length() != LENGTH) {
      return Optional.empty();
    }
    long high = 0;
    long low = 0;
    int digits = 0;
    for (int i = 0; i < LENGTH; i++) {
      if (i == 8 || i == 13 || i == 18 || i == 23) {
        if (text.charAt(i) != '-') {
          return Optional.empty();
        }
        continue;
      }
      int digit = Hex.digit(text.charAt(i));
      if (digit < 0) {
        return Optional.empty();
      }
      if (digits < 16) {
        high = (high << 4) | digit;
      } else {
        low = (low << 4) | digit;
      }
      digits++;
    }
    UUID id = new UUID(high, low);
    return id.version() == 4 && id.variant() == 2
        ? Optional.of(new MessageId(id))
        : Optional.empty();
  }
}
