package dev.contop.domain.envelope;

import dev.contop.domain.confirmation.Digest;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.media.Monitor;
import dev.contop.domain.media.Still;
import dev.contop.domain.media.VideoFigures;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the host can say over the reliable data channel. */
public sealed interface HostMessage {

  /** How many characters its texts have: what it costs to let it wait. */
  default int characters() {
    return 0;
  }

  /** {@code state_update}: first on every new channel (T16) and at each end of an execution. */
  record StateUpdate(
      AiState state,
      ConnectionType connection,
      Role role,
      boolean keepHostAwake,
      boolean manualMode)
      implements HostMessage {
    public StateUpdate(
        AiState state, ConnectionType connection, boolean keepHostAwake, boolean manualMode) {
      this(state, connection, Role.CONTROL, keepHostAwake, manualMode);
    }
  }

  /** {@code keepalive} (T18). */
  record Keepalive() implements HostMessage {}

  /**
   * {@code agent_progress} (T50). While a step runs, {@code stdout} and {@code stderr} hold what is
   * new; at its end they hold the whole output, cut to fit.
   */
  record AgentProgress(
      int step,
      String tool,
      String detail,
      String command,
      StepStatus status,
      Optional<String> stdout,
      Optional<String> stderr,
      OptionalInt exitCode,
      Optional<Duration> duration,
      boolean truncated)
      implements HostMessage {
    @Override
    public int characters() {
      return tool.length()
          + detail.length()
          + command.length()
          + stdout.map(String::length).orElse(0)
          + stderr.map(String::length).orElse(0);
    }
  }

  /** {@code agent_result}: exactly one at the end of an execution (T50). */
  record AgentResult(String answer, int stepsTaken, Duration duration, Optional<String> errorCode)
      implements HostMessage {
    @Override
    public int characters() {
      return answer.length() + errorCode.map(String::length).orElse(0);
    }
  }

  /** {@code agent_status} of type {@code messages_dropped} (T40). */
  record MessagesDropped(long count) implements HostMessage {}

  /** {@code manual_control_result} (T61). */
  record ManualControlResult(String action, boolean done, String message, Duration duration)
      implements HostMessage {
    @Override
    public int characters() {
      return action.length() + message.length();
    }
  }

  /** {@code error}: the answer to a message that was dropped (T13). */
  record ErrorReply(String code, String message, Optional<MessageId> ref) implements HostMessage {
    @Override
    public int characters() {
      return code.length() + message.length();
    }
  }

  /**
   * {@code session_end}: the host is about to close this connection.
   *
   * @param reason a code, such as {@code replaced} when another connection takes over (T33)
   * @param message the same in words
   */
  record SessionEnded(String reason, String message) implements HostMessage {
    @Override
    public int characters() {
      return reason.length() + message.length();
    }
  }

  /**
   * {@code agent_confirmation_request}: may this run? (T52)
   *
   * @param voice the question as it would be spoken
   * @param deadline from when on no answer counts; people are told in wall time
   */
  record ConfirmationRequest(
      RequestId request,
      String tool,
      String command,
      String reason,
      String voice,
      Ticks deadline,
      Digest digest)
      implements HostMessage {
    @Override
    public int characters() {
      return tool.length() + command.length() + reason.length() + voice.length();
    }
  }

  /** {@code confirmation_receipt}: what an answer came to, or that none can come (T53). */
  record ConfirmationReceipt(RequestId request, ReceiptOutcome outcome, String message)
      implements HostMessage {
    @Override
    public int characters() {
      return message.length();
    }
  }

  /**
   * {@code tool_result}: exactly one for each {@code tool_call} (T54).
   *
   * @param call the message that called the tool
   * @param message in words, how it went
   * @param errorCode if it failed
   * @param output if it ran
   */
  record ToolResult(
      MessageId call,
      String tool,
      String message,
      Optional<String> errorCode,
      Optional<ToolOutput> output,
      Duration duration)
      implements HostMessage {
    @Override
    public int characters() {
      return tool.length()
          + message.length()
          + errorCode.map(String::length).orElse(0)
          + output.map(told -> told.stdout().length() + told.stderr().length()).orElse(0);
    }
  }

  /**
   * {@code video_settings}: how the video is sent to this phone now (T77).
   *
   * @param done whether it is as the phone asked
   * @param message why it is not
   * @param widest the most that the host sends
   * @param fastest likewise, in frames/s
   */
  record VideoInForce(
      boolean done, String message, int maxWidth, int maxFps, int widest, int fastest)
      implements HostMessage {
    @Override
    public int characters() {
      return message.length();
    }
  }

  /** {@code stats}: how the phone's video fares. */
  record Statistics(VideoFigures figures) implements HostMessage {}

  /**
   * {@code screens}: which monitors there are, and which this phone sees (T76).
   *
   * @param message why it does not see what it asked for, or nothing
   * @param selected the id of one of them, or {@link Monitor#ALL}
   */
  record Screens(Optional<String> message, List<Monitor> monitors, String selected)
      implements HostMessage {
    public Screens {
      monitors = List.copyOf(monitors);
    }

    @Override
    public int characters() {
      return message.map(String::length).orElse(0)
          + selected.length()
          + monitors.stream().mapToInt(one -> one.id().length() + one.name().length()).sum();
    }
  }

  /**
   * {@code screen_status}: whether the screen can be read.
   *
   * @param message why not, in words
   */
  record ScreenStatus(Optional<String> message) implements HostMessage {
    @Override
    public int characters() {
      return message.map(String::length).orElse(0);
    }
  }

  /** {@code device_control_result} (T54). */
  record DeviceControlResult(String action, boolean done, String message) implements HostMessage {
    @Override
    public int characters() {
      return action.length() + message.length();
    }
  }

  /** {@code away_mode_status}: it is not available (T54). */
  record AwayModeStatus(String message) implements HostMessage {
    @Override
    public int characters() {
      return message.length();
    }
  }

  /** {@code conversation_response}, with an error in words (T54). */
  record ConversationResponse(String error) implements HostMessage {
    @Override
    public int characters() {
      return error.length();
    }
  }

  /**
   * {@code frame}: a still of the screen (T74).
   *
   * @param asked the message that asked for it
   */
  record ScreenFrame(MessageId asked, Still still) implements HostMessage {
    @Override
    public int characters() {
      return still.jpeg().length / 3 * 4;
    }
  }

  /**
   * {@code resume_gap}: the phone resumes, and the messages of these numbers are gone for good
   * (T42).
   */
  record ResumeGap(long from, long to) implements HostMessage {}
}
