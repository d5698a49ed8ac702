package dev.contop.domain.audit;

import dev.contop.domain.device.DeviceAction;
import dev.contop.domain.execution.Command;
import dev.contop.domain.execution.ExecutionId;
import dev.contop.domain.execution.Intent;
import dev.contop.domain.execution.StopReason;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One fact for the audit log, written before its effect is reported (T55).
 *
 * <p>Holds command text, because the log is its owner's alone; never a token, a key, or text that
 * was typed by manual control. {@link Object#toString} of each shows none of it either.
 */
public sealed interface AuditEntry {

  /** A phone asked for something (T50). */
  record IntentReceived(ExecutionId execution, Intent intent) implements AuditEntry {
    /** Logs never show the phone's words. */
    @Override
    public String toString() {
      return "IntentReceived[execution=" + execution + "]";
    }
  }

  /**
   * The policy judged a proposed step.
   *
   * @param step counted from 1 within the execution
   * @param reason the policy's, in words; empty when it allowed the step without any
   */
  record StepJudged(
      ExecutionId execution,
      int step,
      String tool,
      Command command,
      Judgement judgement,
      Optional<String> reason)
      implements AuditEntry {}

  /**
   * The phone was asked whether a step may run (T52).
   *
   * @param request the {@code request_id}
   * @param digest what an approval covers, in hex
   * @param within how long an answer counts
   */
  record ConfirmationAsked(
      ExecutionId execution,
      int step,
      String request,
      String tool,
      Command command,
      String reason,
      String digest,
      Duration within)
      implements AuditEntry {}

  /**
   * A confirmation ended, or an answer came that did not count (T53).
   *
   * @param request the {@code request_id} as the answer named it; a foreign one may be any text
   * @param cause why it came out so, as a code: {@code user}, {@code deadline}, {@code lost}, …
   */
  record ConfirmationAnswered(String request, AnswerOutcome outcome, String cause)
      implements AuditEntry {}

  /** A step is about to be started. */
  record StepStarted(
      ExecutionId execution, int step, String tool, Command command, String workingDirectory)
      implements AuditEntry {}

  /**
   * A step's processes are gone.
   *
   * @param exitCode as the shell reports it; absent when the step could not be started
   * @param survivors how many processes could not be ended
   */
  record StepEnded(
      ExecutionId execution, int step, Optional<Integer> exitCode, Duration duration, int survivors)
      implements AuditEntry {}

  /** A running execution is ended before it was done (T31, T51, T60). */
  record ExecutionStopped(ExecutionId execution, StopReason reason) implements AuditEntry {}

  /** Manual control began or ended (T60). */
  record ManualModeSwitched(boolean enabled) implements AuditEntry {}

  /** A phone acted once by hand outside manual mode (T60); {@code action} is the act's name. */
  record ManualAct(String action) implements AuditEntry {}

  /** A device was paired, in place of the pairing that it had (T90, T91). */
  record Paired(ConnectionType connection, Role role, Instant expiresAt) implements AuditEntry {
    public Paired(ConnectionType connection, Instant expiresAt) {
      this(connection, Role.CONTROL, expiresAt);
    }
  }

  /** A device's pairing was taken back (T92). */
  record Revoked() implements AuditEntry {}

  /** A device's pairing came to its end (T91). */
  record PairingExpired() implements AuditEntry {}

  /**
   * A view-only device tried to act (T95).
   *
   * @param message the type of what it sent
   * @param unwritten how many more there were since the last such entry
   */
  record Forbidden(String message, long unwritten) implements AuditEntry {}

  /** A phone asked to lock the desktop or to keep it awake, and that is tried now (T54). */
  record DeviceAsked(DeviceAction action) implements AuditEntry {}

  /**
   * A phone had the desktop locked or kept awake (T54).
   *
   * @param failure why it could not be done, in words; empty when it was done
   */
  record DeviceActed(DeviceAction action, Optional<String> failure) implements AuditEntry {}

  /** The host began to serve. What was pending before is not: a new host approves nothing old. */
  record HostStarted(String version) implements AuditEntry {}

  /** The host ended in order; without one before the next start it did not. */
  record HostStopped() implements AuditEntry {}

  /**
   * The log's last line was found torn, as a crash or a power cut leaves it.
   *
   * @param bytes how many bytes of it there are; they stay where they are
   * @param sha256 their hash, in hex, so that they cannot be changed afterwards either
   */
  record LogRecovered(long bytes, String sha256) implements AuditEntry {}
}
