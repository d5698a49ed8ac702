package dev.contop.domain.envelope;

import dev.contop.domain.confirmation.Digest;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.control.InputRequest;
import dev.contop.domain.device.DeviceAction;
import dev.contop.domain.execution.Backstory;
import dev.contop.domain.execution.Picture;
import dev.contop.domain.execution.ToolRequest;
import java.util.List;
import java.util.Optional;

/** What a phone can say over its data channels. */
public sealed interface PhoneMessage {

  /** {@code user_intent} (T50). */
  record UserIntent(String text, Optional<Picture> picture) implements PhoneMessage {
    public UserIntent(String text) {
      this(text, Optional.empty());
    }
  }

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

  /**
   * {@code agent_confirmation_response} (T52).
   *
   * @param digest what the phone says that it answers, if it says so
   */
  record ConfirmationResponse(RequestId request, boolean approved, Optional<Digest> digest)
      implements PhoneMessage {}

  /** {@code tool_call} (T54); {@code call} is the message's own id. */
  record ToolCall(MessageId call, ToolRequest request) implements PhoneMessage {}

  /** {@code new_session}: what was said before does not count any more (T54). */
  record NewSession() implements PhoneMessage {}

  /** {@code session_context}: what was said before the next intent (T54). */
  record SessionContext(List<Backstory.Entry> entries) implements PhoneMessage {
    public SessionContext {
      entries = List.copyOf(entries);
    }
  }

  /**
   * {@code device_control} (T54).
   *
   * @param name of the action as the phone used it
   * @param action nothing when there is none of that name
   */
  record DeviceControl(String name, Optional<DeviceAction> action) implements PhoneMessage {}

  /** {@code away_mode_status}, {@code away_mode_engage} or {@code away_mode_disengage} (T54). */
  record AwayMode() implements PhoneMessage {}

  /** {@code refresh_proxy_status}: asks for the state (T54). */
  record RefreshProxyStatus() implements PhoneMessage {}

  /** {@code conversation_request} (T54). */
  record ConversationRequest() implements PhoneMessage {}
}
