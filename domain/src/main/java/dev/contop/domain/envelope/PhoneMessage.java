package dev.contop.domain.envelope;

import dev.contop.domain.confirmation.Digest;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.control.InputRequest;
import dev.contop.domain.device.DeviceAction;
import dev.contop.domain.execution.Backstory;
import dev.contop.domain.execution.Picture;
import dev.contop.domain.execution.ToolRequest;
import dev.contop.domain.media.StillWish;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a phone can say over its data channels.
 *
 * <p>Each message is one or the other of two kinds, so that none can be added without deciding
 * whether a view-only device may say it (T95).
 */
public sealed interface PhoneMessage {

  /**
   * Does something to the computer or to what runs there, or prepares or steers it: starting,
   * stopping and approving alike. Not for view-only devices.
   */
  sealed interface Acting extends PhoneMessage {

    /** Its type on the wire, for the audit log. */
    String type();
  }

  /** Only watches, asks how things are, or keeps the connection up. */
  sealed interface Watching extends PhoneMessage {}

  /** {@code user_intent} (T50). */
  record UserIntent(String text, Optional<Picture> picture) implements Acting {
    public UserIntent(String text) {
      this(text, Optional.empty());
    }

    @Override
    public String type() {
      return "user_intent";
    }
  }

  /** {@code execution_stop} (T51). */
  record ExecutionStop() implements Acting {
    @Override
    public String type() {
      return "execution_stop";
    }
  }

  /** {@code set_manual_mode} (T60). */
  record SetManualMode(boolean enabled) implements Acting {
    @Override
    public String type() {
      return "set_manual_mode";
    }
  }

  /** {@code manual_control} (T61). */
  record ManualInput(InputRequest request) implements Acting {
    @Override
    public String type() {
      return "manual_control";
    }
  }

  /** {@code observe_screen}: a still of the screen (T74); {@code asked} is the message's own id. */
  record ObserveScreen(MessageId asked, StillWish wish) implements Watching {}

  /** {@code video_settings}: how this phone wants its video (T77); what is absent stays. */
  record ChangeVideo(OptionalInt maxWidth, OptionalInt maxFps) implements Watching {}

  /** {@code stats}: whether this phone wants figures of its video, once a second. */
  record WatchFigures(boolean wanted) implements Watching {}

  /** {@code screens}: asks which monitors there are (T76). */
  record AskScreens() implements Watching {}

  /** {@code select_screen}: which of them this phone wants to see (T76). */
  record SelectScreen(String id) implements Watching {}

  /** {@code keepalive} (T18). */
  record Keepalive() implements Watching {}

  /** {@code ack}: the phone has seen everything up to this number (T42). */
  record Ack(long seq) implements Watching {}

  /** {@code session_end}: the phone says goodbye (T30). */
  record SessionEnd() implements Watching {}

  /**
   * {@code agent_confirmation_response} (T52).
   *
   * @param digest what the phone says that it answers, if it says so
   */
  record ConfirmationResponse(RequestId request, boolean approved, Optional<Digest> digest)
      implements Acting {
    @Override
    public String type() {
      return "agent_confirmation_response";
    }
  }

  /** {@code tool_call} (T54); {@code call} is the message's own id. */
  record ToolCall(MessageId call, ToolRequest request) implements Acting {
    @Override
    public String type() {
      return "tool_call";
    }
  }

  /** {@code new_session}: what was said before does not count any more (T54). */
  record NewSession() implements Acting {
    @Override
    public String type() {
      return "new_session";
    }
  }

  /** {@code session_context}: what was said before the next intent (T54). */
  record SessionContext(List<Backstory.Entry> entries) implements Acting {
    public SessionContext {
      entries = List.copyOf(entries);
    }

    @Override
    public String type() {
      return "session_context";
    }
  }

  /**
   * {@code device_control} (T54).
   *
   * @param name of the action as the phone used it
   * @param action nothing when there is none of that name
   */
  record DeviceControl(String name, Optional<DeviceAction> action) implements Acting {
    @Override
    public String type() {
      return "device_control";
    }
  }

  /** {@code away_mode_status} (T54). */
  record AwayModeStatus() implements Watching {}

  /** {@code away_mode_engage} or {@code away_mode_disengage} (T54). */
  record SwitchAwayMode() implements Acting {
    @Override
    public String type() {
      return "away_mode_engage";
    }
  }

  /** {@code refresh_proxy_status}: asks for the state (T54). */
  record RefreshProxyStatus() implements Watching {}

  /** {@code conversation_request} (T54). */
  record ConversationRequest() implements Acting {
    @Override
    public String type() {
      return "conversation_request";
    }
  }
}
