package dev.contop.wire;

import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.audit.AuditEntry.ConfirmationAnswered;
import dev.contop.domain.audit.AuditEntry.ConfirmationAsked;
import dev.contop.domain.audit.AuditEntry.DeviceActed;
import dev.contop.domain.audit.AuditEntry.DeviceAsked;
import dev.contop.domain.audit.AuditEntry.ExecutionStopped;
import dev.contop.domain.audit.AuditEntry.Forbidden;
import dev.contop.domain.audit.AuditEntry.HostStarted;
import dev.contop.domain.audit.AuditEntry.HostStopped;
import dev.contop.domain.audit.AuditEntry.IntentReceived;
import dev.contop.domain.audit.AuditEntry.LogRecovered;
import dev.contop.domain.audit.AuditEntry.ManualAct;
import dev.contop.domain.audit.AuditEntry.ManualModeSwitched;
import dev.contop.domain.audit.AuditEntry.Paired;
import dev.contop.domain.audit.AuditEntry.PairingExpired;
import dev.contop.domain.audit.AuditEntry.Revoked;
import dev.contop.domain.audit.AuditEntry.StepEnded;
import dev.contop.domain.audit.AuditEntry.StepJudged;
import dev.contop.domain.audit.AuditEntry.StepStarted;
import dev.contop.domain.execution.Command;
import dev.contop.domain.execution.ExecutionId;
import java.io.IOException;
import java.util.Locale;

/** The kind and the facts of each entry of the audit log. */
final class AuditFacts {

  static final String RECOVERED = "recovered";

  private AuditFacts() {}

  static String kind(AuditEntry entry) {
    if (entry instanceof IntentReceived) {
      return "intent_received";
    }
    if (entry instanceof StepJudged) {
      return "step_judged";
    }
    if (entry instanceof ConfirmationAsked) {
      return "confirmation_asked";
    }
    if (entry instanceof ConfirmationAnswered) {
      return "confirmation_answered";
    }
    if (entry instanceof StepStarted) {
      return "step_started";
    }
    if (entry instanceof StepEnded) {
      return "step_ended";
    }
    if (entry instanceof ExecutionStopped) {
      return "execution_stopped";
    }
    if (entry instanceof ManualModeSwitched) {
      return "manual_mode_switched";
    }
    if (entry instanceof ManualAct) {
      return "manual_act";
    }
    if (entry instanceof DeviceAsked) {
      return "device_asked";
    }
    if (entry instanceof Paired) {
      return "paired";
    }
    if (entry instanceof Revoked) {
      return "revoked";
    }
    if (entry instanceof PairingExpired) {
      return "pairing_expired";
    }
    if (entry instanceof Forbidden) {
      return "forbidden";
    }
    if (entry instanceof DeviceActed) {
      return "device_acted";
    }
    if (entry instanceof HostStarted) {
      return "host_started";
    }
    if (entry instanceof HostStopped) {
      return "host_stopped";
    }
    if (entry instanceof LogRecovered) {
      return RECOVERED;
    }
    throw new AssertionError("No kind for " + entry.getClass());
  }

  static void write(JsonOut out, AuditEntry entry) throws IOException {
    if (entry instanceof IntentReceived received) {
      out.put("execution", received.execution().toString());
      out.put("text", received.intent().text());
    } else if (entry instanceof StepJudged judged) {
      step(out, judged.execution(), judged.step(), judged.tool(), judged.command());
      out.put("judgement", lowerCase(judged.judgement()));
      out.put("reason", judged.reason());
    } else if (entry instanceof ConfirmationAsked asked) {
      step(out, asked.execution(), asked.step(), asked.tool(), asked.command());
      out.put("request", asked.request());
      out.put("reason", asked.reason());
      out.put("digest", asked.digest());
      out.put("within_ms", asked.within().toMillis());
    } else if (entry instanceof ConfirmationAnswered answered) {
      out.put("request", answered.request());
      out.put("outcome", lowerCase(answered.outcome()));
      out.put("cause", answered.cause());
    } else if (entry instanceof StepStarted started) {
      step(out, started.execution(), started.step(), started.tool(), started.command());
      out.put("working_directory", started.workingDirectory());
    } else if (entry instanceof StepEnded ended) {
      out.put("execution", ended.execution().toString());
      out.put("step", ended.step());
      if (ended.exitCode().isPresent()) {
        out.put("exit_code", ended.exitCode().get());
      }
      out.put("duration_ms", ended.duration().toMillis());
      out.put("survivors", ended.survivors());
    } else if (entry instanceof ExecutionStopped stopped) {
      out.put("execution", stopped.execution().toString());
      out.put("reason", stopped.reason().code());
    } else if (entry instanceof ManualModeSwitched switched) {
      out.put("enabled", switched.enabled());
    } else if (entry instanceof ManualAct act) {
      out.put("action", act.action());
    } else if (entry instanceof DeviceAsked asked) {
      out.put("action", asked.action().wireName());
    } else if (entry instanceof Paired paired) {
      out.put("connection_type", paired.connection().wireName());
      out.put("role", paired.role().wireName());
      out.put("expires_at", paired.expiresAt().toString());
    } else if (entry instanceof Forbidden forbidden) {
      out.put("message", forbidden.message());
      out.put("unwritten", forbidden.unwritten());
    } else if (entry instanceof DeviceActed acted) {
      out.put("action", acted.action().wireName());
      out.put("done", acted.failure().isEmpty());
      out.put("reason", acted.failure());
    } else if (entry instanceof HostStarted started) {
      out.put("version", started.version());
    } else if (entry instanceof LogRecovered recovered) {
      out.put("bytes", recovered.bytes());
      out.put("sha256", recovered.sha256());
    }
  }

  private static void step(
      JsonOut out, ExecutionId execution, int step, String tool, Command command)
      throws IOException {
    out.put("execution", execution.toString());
    out.put("step", step);
    out.put("tool", tool);
    out.put("command", command.line());
  }

  private static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
