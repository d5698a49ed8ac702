package dev.contop.domain.envelope;

import dev.contop.domain.control.InputRequest;

/** What a phone can say over its data channels. */
public sealed interface PhoneMessage {

  /** {@code user_intent} (T50). */
  record UserIntent(String text) implements PhoneMessage {}

  /** {@code execution_stop} (T51). */
  record ExecutionStop() implements PhoneMessage {}

  /** {@code set_manual_mode} (T60). */
  record SetManualMode(boolean enabled) implements PhoneMessage {}

  /** {@code manual_control} (T61). */
  record ManualInput(InputRequest request) implements PhoneMessage {}

  /** {@code keepalive} (T18). */
  record Keepalive() implements PhoneMessage {}

  /** {@code ack}: the phone has seen everything up to this number (T42). */
  record Ack(long seq) implements PhoneMessage {}

  /** {@code session_end}: the phone says goodbye (T30). */
  record SessionEnd() implements PhoneMessage {}
}
