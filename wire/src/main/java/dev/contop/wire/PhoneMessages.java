package dev.contop.wire;

import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.limits.Limits;
import java.util.Optional;

/** The payloads of what a phone says over the data channels, by type (T50, T51, T60, T61). */
final class PhoneMessages {

  private static final int INTENT_CHARACTERS = Limits.standard().intentText();

  private PhoneMessages() {}

  /** The message, or nothing if the type is not known; look at {@link Fields#wrong} before use. */
  static Optional<PhoneMessage> read(String type, Fields payload) {
    return switch (type) {
      case "user_intent" -> Optional.of(intent(payload));
      case "execution_stop" -> Optional.of(new PhoneMessage.ExecutionStop());
      case "set_manual_mode" ->
          Optional.of(new PhoneMessage.SetManualMode(payload.truth("enabled")));
      case "manual_control" ->
          Optional.of(new PhoneMessage.ManualInput(InputRequests.read(payload)));
      case "keepalive" -> Optional.of(new PhoneMessage.Keepalive());
      case "ack" -> Optional.of(new PhoneMessage.Ack(payload.counter("seq", 1)));
      case "session_end" -> Optional.of(new PhoneMessage.SessionEnd());
      default -> Optional.empty();
    };
  }

  private static PhoneMessage intent(Fields payload) {
    String text = payload.text("text").strip();
    // A NUL cannot be passed to a process; a text with one was not typed by a person.
    if (text.isEmpty() || text.length() > INTENT_CHARACTERS || text.indexOf('\0') >= 0) {
      payload.refuse("text");
    }
    return new PhoneMessage.UserIntent(text);
  }
}
