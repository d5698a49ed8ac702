package dev.contop.wire;

import static java.time.temporal.ChronoUnit.MILLIS;

import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.HostMessage.AgentProgress;
import dev.contop.domain.envelope.HostMessage.AgentResult;
import dev.contop.domain.envelope.HostMessage.AwayModeStatus;
import dev.contop.domain.envelope.HostMessage.ConfirmationReceipt;
import dev.contop.domain.envelope.HostMessage.ConfirmationRequest;
import dev.contop.domain.envelope.HostMessage.ConversationResponse;
import dev.contop.domain.envelope.HostMessage.DeviceControlResult;
import dev.contop.domain.envelope.HostMessage.ErrorReply;
import dev.contop.domain.envelope.HostMessage.Keepalive;
import dev.contop.domain.envelope.HostMessage.ManualControlResult;
import dev.contop.domain.envelope.HostMessage.MessagesDropped;
import dev.contop.domain.envelope.HostMessage.ResumeGap;
import dev.contop.domain.envelope.HostMessage.ScreenFrame;
import dev.contop.domain.envelope.HostMessage.ScreenStatus;
import dev.contop.domain.envelope.HostMessage.Screens;
import dev.contop.domain.envelope.HostMessage.SessionEnded;
import dev.contop.domain.envelope.HostMessage.StateUpdate;
import dev.contop.domain.envelope.HostMessage.Statistics;
import dev.contop.domain.envelope.HostMessage.ToolResult;
import dev.contop.domain.envelope.HostMessage.VideoInForce;
import dev.contop.domain.envelope.ToolOutput;
import dev.contop.domain.limits.Moment;
import dev.contop.domain.media.Monitor;
import dev.contop.domain.media.Still;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/**
 * The payloads of what the host says over the data channels (T13, T16, T18, T40, T50 to T54, T61).
 */
final class HostMessages {

  private static final Map<Class<? extends HostMessage>, String> TYPES =
      Map.ofEntries(
          Map.entry(StateUpdate.class, "state_update"),
          Map.entry(Keepalive.class, "keepalive"),
          Map.entry(AgentProgress.class, "agent_progress"),
          Map.entry(AgentResult.class, "agent_result"),
          Map.entry(MessagesDropped.class, "agent_status"),
          Map.entry(ManualControlResult.class, "manual_control_result"),
          Map.entry(ErrorReply.class, "error"),
          Map.entry(SessionEnded.class, "session_end"),
          Map.entry(ResumeGap.class, "resume_gap"),
          Map.entry(ConfirmationRequest.class, "agent_confirmation_request"),
          Map.entry(ConfirmationReceipt.class, "confirmation_receipt"),
          Map.entry(ToolResult.class, "tool_result"),
          Map.entry(ScreenFrame.class, "frame"),
          Map.entry(Screens.class, "screens"),
          Map.entry(ScreenStatus.class, "screen_status"),
          Map.entry(Statistics.class, "stats"),
          Map.entry(VideoInForce.class, "video_settings"),
          Map.entry(DeviceControlResult.class, "device_control_result"),
          Map.entry(AwayModeStatus.class, "away_mode_status"),
          Map.entry(ConversationResponse.class, "conversation_response"));

  private HostMessages() {}

  static String type(HostMessage message) {
    String type = TYPES.get(message.getClass());
    if (type == null) {
      throw new AssertionError("No type for " + message.getClass());
    }
    return type;
  }

  static void write(JsonOut out, HostMessage message, Moment now) throws IOException {
    if (message instanceof StateUpdate update) {
      out.put("ai_state", lowerCase(update.state()));
      out.put("connection_type", update.connection().wireName());
      out.put("role", update.role().wireName());
      out.put("keep_host_awake", update.keepHostAwake());
      out.put("manual_mode", update.manualMode());
    } else if (message instanceof AgentProgress progress) {
      progress(out, progress);
    } else if (message instanceof AgentResult result) {
      out.put("answer", result.answer());
      out.put("steps_taken", result.stepsTaken());
      out.put("duration_ms", result.duration().toMillis());
      out.put("error_code", result.errorCode());
    } else if (message instanceof MessagesDropped dropped) {
      out.put("type", "messages_dropped");
      out.put("count", dropped.count());
    } else if (message instanceof ManualControlResult result) {
      out.put("action", result.action());
      out.put("status", status(result.done()));
      out.put("message", result.message());
      out.put("duration_ms", result.duration().toMillis());
    } else if (message instanceof ErrorReply error) {
      out.put("code", error.code());
      out.put("message", error.message());
      out.put("ref", error.ref().map(Object::toString));
    } else if (message instanceof SessionEnded ended) {
      out.put("reason", ended.reason());
      out.put("message", ended.message());
    } else if (message instanceof ResumeGap gap) {
      out.put("from", gap.from());
      out.put("to", gap.to());
    } else if (message instanceof ConfirmationRequest request) {
      question(out, request, now);
    } else if (message instanceof ConfirmationReceipt receipt) {
      out.put("request_id", receipt.request().value());
      out.put("outcome", lowerCase(receipt.outcome()));
      out.put("message", receipt.message());
    } else if (message instanceof ToolResult result) {
      result(out, result);
    } else if (message instanceof ScreenFrame frame) {
      frame(out, frame, now);
    } else if (message instanceof Statistics statistics) {
      Figures.write(out, statistics.figures());
    } else if (message instanceof ScreenStatus screen) {
      out.put("available", screen.message().isEmpty());
      out.put("message", screen.message());
    } else if (message instanceof Screens screens) {
      screens(out, screens);
    } else if (message instanceof VideoInForce video) {
      out.put("status", status(video.done()));
      out.put("message", video.message());
      out.put("max_width", video.maxWidth());
      out.put("max_fps", video.maxFps());
      out.put("max_width_limit", video.widest());
      out.put("max_fps_limit", video.fastest());
    } else if (message instanceof DeviceControlResult result) {
      out.put("action", result.action());
      out.put("status", status(result.done()));
      out.put("message", result.message());
    } else if (message instanceof AwayModeStatus away) {
      out.put("available", false);
      out.put("engaged", false);
      out.put("message", away.message());
    } else if (message instanceof ConversationResponse response) {
      out.put("error", response.error());
    }
  }

  private static void question(JsonOut out, ConfirmationRequest request, Moment now)
      throws IOException {
    out.put("request_id", request.request().value());
    out.put("tool", request.tool());
    out.put("command", request.command());
    out.put("reason", request.reason());
    out.put("voice_message", request.voice());
    out.put("expires_at", now.wallTimeOf(request.deadline()).truncatedTo(MILLIS).toString());
    out.put("expires_in_ms", Math.max(0, request.deadline().since(now.ticks()).toMillis()));
    out.put("digest", request.digest().hex());
  }

  private static void screens(JsonOut out, Screens screens) throws IOException {
    out.put("status", status(screens.message().isEmpty()));
    out.put("message", screens.message());
    out.objects("screens", screens.monitors(), HostMessages::monitor);
    out.put("selected", screens.selected());
  }

  private static void monitor(JsonOut out, Monitor monitor) throws IOException {
    out.put("id", monitor.id());
    out.put("name", monitor.name());
    out.put("x", monitor.area().x());
    out.put("y", monitor.area().y());
    out.put("width", monitor.area().size().width());
    out.put("height", monitor.area().size().height());
    out.put("primary", monitor.primary());
  }

  private static void frame(JsonOut out, ScreenFrame frame, Moment now) throws IOException {
    Still still = frame.still();
    out.put("ref", frame.asked().toString());
    out.put("jpeg_b64", still.base64());
    out.put("timestamp_ms", now.wallTimeOf(still.grabbed()).toEpochMilli());
    out.put("width", still.size().width());
    out.put("height", still.size().height());
    out.put("scale_x", still.scaleX());
    out.put("scale_y", still.scaleY());
  }

  private static void result(JsonOut out, ToolResult result) throws IOException {
    out.put("ref", result.call().toString());
    out.put("name", result.tool());
    out.put("status", status(result.errorCode().isEmpty()));
    out.put("message", result.message());
    out.put("error_code", result.errorCode());
    if (result.output().isPresent()) {
      ToolOutput output = result.output().get();
      out.put("stdout", output.stdout());
      out.put("stderr", output.stderr());
      out.put("exit_code", output.exitCode());
      if (output.truncated()) {
        out.put("truncated", true);
      }
    }
    out.put("duration_ms", result.duration().toMillis());
  }

  private static String status(boolean done) {
    return done ? "success" : "error";
  }

  private static void progress(JsonOut out, AgentProgress progress) throws IOException {
    out.put("step", progress.step());
    out.put("tool", progress.tool());
    out.put("detail", progress.detail());
    out.put("command", progress.command());
    out.put("status", lowerCase(progress.status()));
    out.put("stdout", progress.stdout());
    out.put("stderr", progress.stderr());
    if (progress.exitCode().isPresent()) {
      out.put("exit_code", progress.exitCode().getAsInt());
    }
    if (progress.duration().isPresent()) {
      out.put("duration_ms", progress.duration().get().toMillis());
    }
    if (progress.truncated()) {
      out.put("truncated", true);
    }
  }

  private static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
