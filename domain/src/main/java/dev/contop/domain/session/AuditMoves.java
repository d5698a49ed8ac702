package dev.contop.domain.session;

import dev.contop.domain.audit.AuditTicket;
import dev.contop.domain.envelope.HostMessage;
import java.util.List;
import java.util.Optional;

/** What goes on once its line is in the audit log, and what does not when it cannot be (T55). */
final class AuditMoves {

  /** The {@code error_code} on the wire. */
  static final String UNAVAILABLE = "audit_unavailable";

  private final StepMoves steps;
  private final ExecutionMoves executions;
  private final ConfirmationMoves confirmations;
  private final ControlMoves controls;

  AuditMoves(
      StepMoves steps,
      ExecutionMoves executions,
      ConfirmationMoves confirmations,
      ControlMoves controls) {
    this.steps = steps;
    this.executions = executions;
    this.confirmations = confirmations;
    this.controls = controls;
  }

  static final String OVERFULL =
      "Too much waits to be written to the audit log. Try again in a moment.";

  /** The answer to what cannot even wait for its line. */
  static HostMessage overfull() {
    return new HostMessage.ErrorReply(UNAVAILABLE, OVERFULL, Optional.empty());
  }

  void written(Turn turn, AuditTicket ticket) {
    steps.written(turn, ticket);
    for (Deferred what : taken(turn, ticket)) {
      if (what instanceof Deferred.EnterManualMode) {
        controls.enter(turn);
      } else if (what instanceof Deferred.Act act) {
        ControlMoves.act(turn, act.request());
      } else if (what instanceof Deferred.ControlDevice device) {
        turn.add(new Effect.ControlDevice(device.action()));
      } else if (what instanceof Deferred.Receipt receipt) {
        confirmations.receipt(turn, receipt);
      } else {
        throw new AssertionError("No move for " + what.getClass());
      }
    }
  }

  void failed(Turn turn, AuditTicket ticket, String reason) {
    String words = words(reason);
    executions.unwritten(turn, words);
    for (Deferred what : taken(turn, ticket)) {
      if (what instanceof Deferred.EnterManualMode) {
        turn.say(new HostMessage.ErrorReply(UNAVAILABLE, words, Optional.empty()));
        turn.say(turn.stateUpdate());
      } else if (what instanceof Deferred.Act act) {
        ControlMoves.refuse(turn, act.request(), words);
      } else if (what instanceof Deferred.ControlDevice device) {
        turn.say(new HostMessage.DeviceControlResult(device.action().wireName(), false, words));
      } else if (what instanceof Deferred.Receipt receipt) {
        confirmations.receipt(turn, receipt);
      } else {
        throw new AssertionError("No move for " + what.getClass());
      }
    }
  }

  private static List<Deferred> taken(Turn turn, AuditTicket ticket) {
    List<Deferred> due = turn.deferrals.of(ticket);
    turn.deferrals = turn.deferrals.without(ticket);
    return due;
  }

  private static String words(String reason) {
    return "Nothing is done while the audit log cannot be written: "
        + reason
        + " Mend that on the computer, then try again.";
  }
}
