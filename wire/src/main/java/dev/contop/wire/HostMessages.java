package dev.contop.wire;

import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.HostMessage.AgentProgress;
import dev.contop.domain.envelope.HostMessage.AgentResult;
import dev.contop.domain.envelope.HostMessage.ErrorReply;
import dev.contop.domain.envelope.HostMessage.Keepalive;
import dev.contop.domain.envelope.HostMessage.ManualControlResult;
import dev.contop.domain.envelope.HostMessage.MessagesDropped;
import dev.contop.domain.envelope.HostMessage.ResumeGap;
import dev.contop.domain.envelope.HostMessage.SessionEnded;
import dev.contop.domain.envelope.HostMessage.StateUpdate;
import java.io.IOException;
import java.util.Locale;

/** The payloads of what the host says over the data channels (T13, T16, T18, T40, T50, T61). */
final class HostMessages {

  private HostMessages() {}

  static String type(HostMessage message) {
    if (message instanceof StateUpdate) {
      return "state_update";
    }
    if (message instanceof Keepalive) {
      return "keepalive";
    }
    if (message instanceof AgentProgress) {
      return "agent_progress";
    }
    if (message instanceof AgentResult) {
      return "agent_result";
    }
    if (message instanceof MessagesDropped) {
      return "agent_status";
    }
    if (message instanceof ManualControlResult) {
      return "manual_control_result";
    }
    if (message instanceof ErrorReply) {
      return "error";
    }
    if (message instanceof SessionEnded) {
      return "session_end";
    }
    if (message instanceof ResumeGap) {
      return "resume_gap";
    }
    throw new AssertionError("No type for " + message.getClass());
  }

  static void write(JsonOut out, HostMessage message) throws IOException {
    if (message instanceof StateUpdate update) {
      out.put("ai_state", lowerCase(update.state()));
      out.put("connection_type", update.connection().wireName());
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
      out.put("status", result.done() ? "success" : "error");
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
    }
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
