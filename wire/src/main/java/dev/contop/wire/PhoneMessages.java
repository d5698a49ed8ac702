package dev.contop.wire;

import dev.contop.domain.device.DeviceAction;
import dev.contop.domain.envelope.MessageId;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.limits.Limits;
import dev.contop.domain.media.View;
import java.util.Arrays;
import java.util.Optional;

/** The payloads of what a phone says over the data channels, by type (T50 to T54, T60, T61). */
final class PhoneMessages {

  private static final int INTENT_CHARACTERS = Limits.standard().intentText();

  /** Far more than any host sends; the host says how much that is. */
  private static final int MOST_PIXELS = 100_000;

  private static final int SCREEN_ID = 128;

  private static final int MOST_FRAMES = 1_000;

  private PhoneMessages() {}

  /**
   * The message, or nothing if the type is not known; look at {@link Fields#wrong} before use.
   *
   * @param id of the envelope around it
   */
  static Optional<PhoneMessage> read(String type, MessageId id, Fields payload) {
    return switch (type) {
      case "user_intent" -> Optional.of(intent(payload));
      case "execution_stop" -> Optional.of(new PhoneMessage.ExecutionStop());
      case "set_manual_mode" ->
          Optional.of(new PhoneMessage.SetManualMode(payload.truth("enabled")));
      case "manual_control" ->
          Optional.of(new PhoneMessage.ManualInput(InputRequests.read(payload)));
      case "observe_screen" ->
          Optional.of(new PhoneMessage.ObserveScreen(id, StillWishes.read(payload)));
      case "stats" -> Optional.of(new PhoneMessage.WatchFigures(payload.truth("enabled")));
      case "screens" -> Optional.of(new PhoneMessage.AskScreens());
      case "select_screen" ->
          Optional.of(new PhoneMessage.SelectScreen(payload.label("id", SCREEN_ID)));
      case "video_settings" -> Optional.of(video(payload));
      case "keepalive" -> Optional.of(new PhoneMessage.Keepalive());
      case "ack" -> Optional.of(new PhoneMessage.Ack(payload.counter("seq", 1)));
      case "session_end" -> Optional.of(new PhoneMessage.SessionEnd());
      case "agent_confirmation_response" -> Optional.of(Answers.read(payload));
      case "tool_call" -> Optional.of(new PhoneMessage.ToolCall(id, ToolCalls.read(payload)));
      case "new_session" -> Optional.of(new PhoneMessage.NewSession());
      case "session_context" ->
          Optional.of(new PhoneMessage.SessionContext(Backstories.read(payload)));
      case "device_control" -> Optional.of(device(payload));
      case "away_mode_status" -> Optional.of(new PhoneMessage.AwayModeStatus());
      case "away_mode_engage", "away_mode_disengage" ->
          Optional.of(new PhoneMessage.SwitchAwayMode());
      case "refresh_proxy_status" -> Optional.of(new PhoneMessage.RefreshProxyStatus());
      case "conversation_request" -> Optional.of(new PhoneMessage.ConversationRequest());
      default -> Optional.empty();
    };
  }

  private static PhoneMessage intent(Fields payload) {
    String text = payload.text("text").strip();
    // A NUL cannot be passed to a process; a text with one was not typed by a person.
    if (text.isEmpty() || text.length() > INTENT_CHARACTERS || text.indexOf('\0') >= 0) {
      payload.refuse("text");
    }
    return new PhoneMessage.UserIntent(text, Pictures.read(payload, "frame_b64"));
  }

  private static PhoneMessage video(Fields payload) {
    return new PhoneMessage.ChangeVideo(
        payload.optionalCounter("max_width", View.NARROWEST, MOST_PIXELS),
        payload.optionalCounter("max_fps", 1, MOST_FRAMES));
  }

  private static PhoneMessage device(Fields payload) {
    String name = payload.text("action");
    Optional<DeviceAction> action =
        Arrays.stream(DeviceAction.values()).filter(a -> a.wireName().equals(name)).findFirst();
    return new PhoneMessage.DeviceControl(Unicode.shown(name), action);
  }
}
