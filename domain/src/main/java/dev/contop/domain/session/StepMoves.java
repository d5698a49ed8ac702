package dev.contop.domain.session;

import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.audit.AuditTicket;
import dev.contop.domain.audit.Judgement;
import dev.contop.domain.confirmation.Approval;
import dev.contop.domain.confirmation.Digest;
import dev.contop.domain.confirmation.HashBytes;
import dev.contop.domain.confirmation.PendingConfirmation;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.envelope.StepStatus;
import dev.contop.domain.execution.AuthorizedCommand;
import dev.contop.domain.execution.CommandPolicy;
import dev.contop.domain.execution.Execution;
import dev.contop.domain.execution.ExecutionId;
import dev.contop.domain.execution.Step;
import dev.contop.domain.execution.StepOutcome;
import dev.contop.domain.execution.Verdict;
import java.util.Optional;

/**
 * What a proposed step goes through before it runs: it is judged, the user is asked where the
 * policy says so (T52), its line is written (T55), and only then, with the phone there, it starts.
 */
final class StepMoves {

  private final CommandPolicy policy;
  private final HashBytes hash;

  StepMoves(CommandPolicy policy, HashBytes hash) {
    this.policy = policy;
    this.hash = hash;
  }

  void proposed(Turn turn, ExecutionId id, Step step) {
    if (!(turn.execution instanceof Execution.Thinking thinking) || !thinking.id().equals(id)) {
      return;
    }
    if (turn.link instanceof Link.Live) {
      judge(turn, thinking, step);
    } else {
      // Suspect, or between two peers: nothing new starts until the phone is there (T30, T33).
      turn.execution = thinking.held(step);
    }
  }

  /** When the phone is there again, what waited for it goes on (T30, T33). */
  void goOn(Turn turn) {
    if (turn.link instanceof Link.Live) {
      if (turn.execution instanceof Execution.Held held) {
        judge(turn, held.thinking(), held.step());
      } else if (turn.execution instanceof Execution.Recorded recorded) {
        start(turn, recorded);
      }
    }
  }

  void judge(Turn turn, Execution.Thinking thinking, Step step) {
    Verdict verdict = policy.judge(step.command());
    if (verdict instanceof Verdict.Allowed allowed) {
      enterJudgement(turn, thinking, step, Judgement.ALLOWED, Optional.empty());
      AuthorizedCommand command = allowed.authorize();
      turn.execution = thinking.recording(step, command, enterStart(turn, thinking, step));
    } else if (verdict instanceof Verdict.NeedsConfirmation asks) {
      enterJudgement(turn, thinking, step, Judgement.ASKS, Optional.of(asks.reason()));
      ask(turn, thinking, step, asks);
    } else if (verdict instanceof Verdict.Forbidden forbidden) {
      enterJudgement(turn, thinking, step, Judgement.REFUSED, Optional.of(forbidden.reason()));
      notRun(turn, thinking, step, StepStatus.FAILED, new StepOutcome.Refused(forbidden.reason()));
    } else {
      throw new AssertionError("No move for " + verdict.getClass());
    }
  }

  /** The user said yes: the step runs if it is the very one that was asked about (T52). */
  void approved(Turn turn, Execution.Asking asking, Approval approval) {
    Step step = asking.step();
    Optional<AuthorizedCommand> permit = asking.verdict().authorize(step.tool(), approval, hash);
    if (permit.isPresent()) {
      AuditTicket ticket = enterStart(turn, asking.thinking(), step);
      turn.execution = asking.approved(permit.get(), ticket);
    } else {
      turn.confirmations = turn.confirmations.withdrawn(asking.request());
      notApproved(turn, asking, "This is not what was approved, so it was not run.");
    }
  }

  /** The question ended without a yes that counts. */
  void notApproved(Turn turn, Execution.Asking asking, String words) {
    notRun(
        turn,
        asking.thinking(),
        asking.step(),
        StepStatus.CANCELLED,
        new StepOutcome.Refused(words));
  }

  /** The step's line is in the audit log. */
  void written(Turn turn, AuditTicket ticket) {
    if (turn.execution instanceof Execution.Recording recording
        && recording.ticket().equals(ticket)) {
      turn.execution = recording.recorded();
    }
  }

  private static void start(Turn turn, Execution.Recorded recorded) {
    Execution.Running running = recorded.running(turn.limits.stepOutput());
    turn.execution = running;
    Callers.progress(turn, running, StepReports.running(running));
    turn.add(new Effect.StartCommand(running.id(), recorded.command(), turn.limits.stepOutput()));
  }

  private void ask(
      Turn turn, Execution.Thinking thinking, Step step, Verdict.NeedsConfirmation verdict) {
    PendingConfirmation pending =
        new PendingConfirmation(
            turn.newRequest(),
            Digest.of(step.command().deed(step.tool()), hash),
            turn.now.plus(turn.limits.confirmations().within()));
    Execution.Asking asking = thinking.asking(step, verdict, pending.request());
    turn.confirmations = turn.confirmations.asked(pending);
    turn.execution = asking;
    RequestId request = pending.request();
    turn.enter(
        new AuditEntry.ConfirmationAsked(
            thinking.id(),
            thinking.steps() + 1,
            request.value(),
            step.tool(),
            step.command(),
            verdict.reason(),
            pending.digest().hex(),
            turn.limits.confirmations().within()));
    turn.say(Questions.asked(asking, pending));
  }

  private static void notRun(
      Turn turn,
      Execution.Thinking thinking,
      Step step,
      StepStatus status,
      StepOutcome.NotRun outcome) {
    Execution.Thinking after = thinking.refused();
    Callers.progress(
        turn, after, StepReports.notRun(after.steps(), step, status, outcome.reason()));
    Callers.tell(turn, after, outcome);
  }

  private static void enterJudgement(
      Turn turn,
      Execution.Thinking thinking,
      Step step,
      Judgement judgement,
      Optional<String> reason) {
    turn.enter(
        new AuditEntry.StepJudged(
            thinking.id(), thinking.steps() + 1, step.tool(), step.command(), judgement, reason));
  }

  private static AuditTicket enterStart(Turn turn, Execution.Thinking thinking, Step step) {
    return turn.enter(
        new AuditEntry.StepStarted(
            thinking.id(),
            thinking.steps() + 1,
            step.tool(),
            step.command(),
            step.command().folder()));
  }
}
