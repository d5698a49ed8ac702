package dev.contop.domain.recording;

import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.audit.AuditEntry.ConfirmationAnswered;
import dev.contop.domain.audit.AuditEntry.ConfirmationAsked;
import dev.contop.domain.audit.AuditEntry.DeviceActed;
import dev.contop.domain.audit.AuditEntry.ExecutionStopped;
import dev.contop.domain.audit.AuditEntry.Forbidden;
import dev.contop.domain.audit.AuditEntry.IntentReceived;
import dev.contop.domain.audit.AuditEntry.ManualAct;
import dev.contop.domain.audit.AuditEntry.ManualModeSwitched;
import dev.contop.domain.audit.AuditEntry.PairingExpired;
import dev.contop.domain.audit.AuditEntry.Revoked;
import dev.contop.domain.audit.AuditEntry.StepEnded;
import dev.contop.domain.audit.AuditEntry.StepJudged;
import dev.contop.domain.audit.AuditEntry.StepStarted;
import dev.contop.domain.audit.Judgement;
import dev.contop.domain.execution.StopReason;
import java.util.Locale;
import java.util.Optional;

/**
 * What the captions say of an entry of the audit log: who asked for what, and what came of it. They
 * hold nothing that the entry does not.
 */
public final class Captions {

  private Captions() {}

  /** The words for {@code entry}; nothing for what others tell already, or what is the host's. */
  public static Optional<String> of(AuditEntry entry) {
    if (entry instanceof StepJudged judged) {
      return Optional.of(judged)
          .filter(step -> step.judgement() == Judgement.REFUSED)
          .map(Captions::refused);
    }
    String words = words(entry);
    return Optional.of(words).filter(some -> !some.isEmpty());
  }

  private static String words(AuditEntry entry) {
    if (entry instanceof IntentReceived asked) {
      return "The phone asks: " + asked.intent().text();
    }
    if (entry instanceof ConfirmationAsked asked) {
      return "May this run? " + asked.command().line() + "\n" + asked.reason();
    }
    if (entry instanceof ConfirmationAnswered answered) {
      return answered(answered);
    }
    if (entry instanceof StepStarted started) {
      return "Runs: " + started.command().line();
    }
    if (entry instanceof StepEnded ended) {
      return ended(ended);
    }
    if (entry instanceof ExecutionStopped stopped) {
      return stopped(stopped.reason());
    }
    if (entry instanceof ManualModeSwitched mode) {
      return mode.enabled() ? "The phone takes the pointer" : "The phone lets go of the pointer";
    }
    if (entry instanceof ManualAct act) {
      return "By hand: " + act.action();
    }
    if (entry instanceof DeviceActed acted) {
      String what = acted.action().wireName().replace('_', ' ');
      return acted.failure().map(why -> "Not done: " + what + "\n" + why).orElse("Done: " + what);
    }
    if (entry instanceof Forbidden forbidden) {
      return "May only watch, and tried: " + forbidden.message();
    }
    if (entry instanceof Revoked) {
      return "The pairing is revoked";
    }
    return entry instanceof PairingExpired ? "The pairing has expired" : "";
  }

  private static String refused(StepJudged judged) {
    return "Refused: "
        + judged.command().line()
        + judged.reason().map(why -> "\n" + why).orElse("");
  }

  private static String answered(ConfirmationAnswered answered) {
    return switch (answered.outcome()) {
      case APPROVED -> "Approved";
      case REJECTED -> "Rejected (" + answered.cause() + ")";
      case EXPIRED -> "Not answered in time";
      case NOT_COUNTED -> "An answer did not count (" + answered.cause() + ")";
    };
  }

  private static String ended(StepEnded ended) {
    String how = ended.exitCode().map(code -> "Ended with " + code).orElse("Could not be started");
    String seconds = String.format(Locale.ROOT, "%.1f s", ended.duration().toMillis() / 1000.0);
    return how
        + " after "
        + seconds
        + (ended.survivors() > 0 ? ", " + ended.survivors() + " processes live on" : "");
  }

  private static String stopped(StopReason reason) {
    return switch (reason) {
      case STOPPED -> "Killed: the phone stopped it";
      case STOPPED_AT_DESK -> "Killed: stopped at the computer";
      case MANUAL_TAKEOVER -> "Killed: the phone took the pointer";
      case CONNECTION_LOST -> "Killed: the connection was lost";
      case SESSION_ENDED -> "Killed: the session ended";
    };
  }
}
