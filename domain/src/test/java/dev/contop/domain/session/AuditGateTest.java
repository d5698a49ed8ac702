package dev.contop.domain.session;

import static dev.contop.domain.session.Rehearsal.FIRST;
import static dev.contop.domain.session.Rehearsal.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.audit.AuditTicket;
import dev.contop.domain.confirmation.Ending;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.HostMessage.ConfirmationReceipt;
import dev.contop.domain.envelope.ReceiptOutcome;
import dev.contop.domain.execution.Command;
import dev.contop.domain.execution.Execution;
import dev.contop.domain.execution.StopReason;
import dev.contop.domain.limits.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nothing runs before its line is in the audit log, nor without one (T55). */
class AuditGateTest {

  private static final String FULL = "The disk is full.";

  private final Rehearsal session = new Rehearsal().connected(FIRST);

  @Test
  void shouldStartAStepOnlyWhenItsLineIsWritten() {
    // Given
    session.holdAudit().running("ls");
    assertThat(session.session().execution()).isInstanceOf(Execution.Recording.class);
    assertThat(session.effects(Effect.StartCommand.class)).isEmpty();
    assertThat(session.sent(HostMessage.AgentProgress.class)).isEmpty();

    // When all lines but the last are written
    session.auditOne().auditOne();
    assertThat(session.effects(Effect.StartCommand.class)).isEmpty();
    session.auditOne();

    // Then
    assertThat(session.effects(Effect.StartCommand.class)).hasSize(1);
    assertThat(session.entries())
        .extracting(Object::getClass)
        .containsExactly(
            AuditEntry.IntentReceived.class,
            AuditEntry.StepJudged.class,
            AuditEntry.StepStarted.class);
  }

  @Test
  void shouldNotStartWhileThePhoneIsInDoubt() {
    // Given
    session.holdAudit().running("ls").connectivity(FIRST, Connectivity.DISCONNECTED);

    // When
    session.audit();

    // Then T30
    assertThat(session.session().execution()).isInstanceOf(Execution.Recorded.class);
    assertThat(session.effects(Effect.StartCommand.class)).isEmpty();
    session.connectivity(FIRST, Connectivity.CONNECTED);
    assertThat(session.effects(Effect.StartCommand.class)).hasSize(1);
  }

  @Test
  void shouldStartForThePeerThatTookOver() {
    // Given
    session.holdAudit().running("ls").answered(SECOND).audit();
    assertThat(session.effects(Effect.StartCommand.class)).isEmpty();

    // When
    session.opened(SECOND);

    // Then T33
    assertThat(session.effects(Effect.StartCommand.class)).hasSize(1);
  }

  @Test
  void shouldStopAtOnceWhileALineIsBeingWritten() {
    // Given
    session.holdAudit().running("ls");

    // When
    session.stop();

    // Then: nothing ran, and nothing will
    assertThat(session.session().execution()).isEqualTo(new Execution.Idle());
    assertThat(session.effects(Effect.KillCommand.class)).isEmpty();
    session.audit();
    assertThat(session.effects(Effect.StartCommand.class)).isEmpty();
  }

  @Test
  void shouldLoseAtOnceWhileALineIsBeingWritten() {
    // Given
    session.holdAudit().running("ls");

    // When
    session.lost(FIRST).audit().connected(SECOND);

    // Then T31
    assertThat(session.session().execution()).isEqualTo(new Execution.Idle());
    assertThat(session.effects(Effect.StartCommand.class)).isEmpty();
  }

  @Test
  void shouldKillWithoutWaitingForALine() {
    // Given
    session.running("sleep 9").holdAudit().forget();

    // When
    session.stop();

    // Then
    assertThat(session.allEffects().get(0))
        .isEqualTo(new Effect.KillCommand(session.execution(), StopReason.STOPPED));
    assertThat(session.entries())
        .containsExactly(new AuditEntry.ExecutionStopped(session.execution(), StopReason.STOPPED));
  }

  @Test
  void shouldEndAnExecutionWhoseLinesCannotBeWritten() {
    // Given
    session.breakAudit(FULL);

    // When
    session.intent("ls").written(FIRST);

    // Then
    assertThat(session.sent(HostMessage.AgentResult.class))
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.errorCode()).contains("audit_unavailable");
              assertThat(result.answer()).contains(FULL).contains("try again");
            });
    assertThat(session.session().execution()).isEqualTo(new Execution.Idle());
  }

  @Test
  void shouldNotStartAStepWhoseLineFails() {
    // Given
    session.holdAudit().running("ls").auditOne().auditOne().breakAudit(FULL);

    // When
    session.audit().written(FIRST);

    // Then
    assertThat(session.effects(Effect.StartCommand.class)).isEmpty();
    assertThat(session.sent(HostMessage.AgentResult.class))
        .extracting(HostMessage.AgentResult::errorCode)
        .containsExactly(Optional.of("audit_unavailable"));
  }

  @Test
  void shouldNotSendANextStepAfterALineThatFailed() {
    // Given a step that ran, and an end that could not be written
    session.running("ls").breakAudit(FULL);

    // When
    session.ended(0).written(FIRST);

    // Then
    assertThat(session.session().execution()).isEqualTo(new Execution.Idle());
    assertThat(session.sent(HostMessage.AgentResult.class)).hasSize(1);
  }

  @Test
  void shouldLetRunWhatRuns() {
    // Given
    session.running("sleep 9").breakAudit(FULL).forget();
    Execution before = session.session().execution();

    // When a line fails that has nothing to do with it
    session.says(new RequestId("nothing"), true);

    // Then
    assertThat(session.session().execution()).isEqualTo(before);
    assertThat(session.effects(Effect.KillCommand.class)).isEmpty();
  }

  @Test
  void shouldSayApprovedOnlyWhenThatIsWritten() {
    // Given
    RequestId request = session.asking().question();
    session.written(FIRST).holdAudit().forget();

    // When
    session.says(request, true).says(request, true);

    // Then: not even the repeated answer is told before
    assertThat(receipts()).isEmpty();
    session.auditOne();
    assertThat(receipts()).containsExactly(ReceiptOutcome.APPROVED);
    assertThat(session.effects(Effect.StartCommand.class)).isEmpty();
    session.audit().written(FIRST);
    assertThat(receipts()).containsExactly(ReceiptOutcome.APPROVED, ReceiptOutcome.APPROVED);
    assertThat(session.effects(Effect.StartCommand.class)).hasSize(1);
  }

  @Test
  void shouldRejectAnApprovalThatCannotBeWritten() {
    // Given
    RequestId request = session.asking().question();
    session.written(FIRST).breakAudit(FULL).forget();

    // When
    session.says(request, true).written(FIRST);

    // Then
    assertThat(session.effects(Effect.StartCommand.class)).isEmpty();
    assertThat(receipts()).containsExactly(ReceiptOutcome.REJECTED);
    assertThat(session.sent(HostMessage.AgentResult.class))
        .extracting(HostMessage.AgentResult::errorCode)
        .containsExactly(Optional.of("audit_unavailable"));
  }

  @Test
  void shouldRejectAnApprovedStepThatWasStoppedBeforeItStarted() {
    // Given
    RequestId request = session.asking().question();
    session.written(FIRST).holdAudit().forget().says(request, true);

    // When
    session.stop().audit().written(FIRST);

    // Then
    assertThat(session.effects(Effect.StartCommand.class)).isEmpty();
    assertThat(receipts()).containsExactly(ReceiptOutcome.REJECTED);
  }

  @Test
  void shouldRejectAnApprovedStepThatWaitedForThePhoneInVain() {
    // Given an approval whose lines are written when the phone is in doubt
    RequestId request = session.asking().question();
    session.written(FIRST).holdAudit().says(request, true);
    session.connectivity(FIRST, Connectivity.DISCONNECTED).audit();
    assertThat(session.session().execution()).isInstanceOf(Execution.Recorded.class);

    // When
    session.lost(FIRST);

    // Then
    assertThat(session.effects(Effect.StartCommand.class)).isEmpty();
    assertThat(session.session().confirmations().ending(request)).contains(Ending.REJECTED);
  }

  @Test
  void shouldEndAQuestionWhenItCannotBeWrittenThatItWasAsked() {
    // Given
    session.holdAudit().asking();
    RequestId request = session.question();
    session.auditOne().auditOne().breakAudit(FULL);

    // When
    session.audit().written(FIRST);

    // Then
    assertThat(receipts()).containsExactly(ReceiptOutcome.REJECTED);
    assertThat(session.session().confirmations().find(request)).isEmpty();
    assertThat(session.session().execution()).isEqualTo(new Execution.Idle());
  }

  @Test
  void shouldNotCountAnAnswerThatHasNoRoomToBeWritten() {
    // Given
    session.asking().written(FIRST).holdAudit();
    for (int i = 0; i < Limits.DEFERRED; i++) {
      session.says(new RequestId("flood " + i), true);
    }
    session.forget();

    // When
    session.says(true).written(FIRST);

    // Then: told, and the question is still open
    assertThat(session.sent(HostMessage.ErrorReply.class))
        .extracting(HostMessage.ErrorReply::code)
        .containsExactly("audit_unavailable");
    assertThat(session.session().execution()).isInstanceOf(Execution.Asking.class);
    assertThat(session.entries()).isEmpty();
    session.audit().says(true).audit();
    assertThat(session.effects(Effect.StartCommand.class)).hasSize(1);
  }

  @Test
  void shouldIgnoreAnEntryThatNobodyWaitsFor() {
    // Given
    session.running("sleep 9").forget();
    Session before = session.session();

    // When
    session.play(new SessionEvent.AuditWritten(new AuditTicket(new UUID(7, 7))));

    // Then
    assertThat(session.session()).isEqualTo(before);
    assertThat(session.allEffects()).isEmpty();
  }

  @Test
  void shouldWriteDownTheWholeCourse() {
    // When
    session.running("ls");
    var id = session.execution();
    session.ended(2).proposed("rm -rf /").agentAnswered("no").intent("ls").intent("busy");
    session.stop();

    // Then
    List<AuditEntry> entries = session.entries();
    assertThat(entries)
        .extracting(Object::getClass)
        .containsExactly(
            AuditEntry.IntentReceived.class,
            AuditEntry.StepJudged.class,
            AuditEntry.StepStarted.class,
            AuditEntry.StepEnded.class,
            AuditEntry.StepJudged.class,
            AuditEntry.IntentReceived.class,
            AuditEntry.IntentReceived.class,
            AuditEntry.ExecutionStopped.class);
    assertThat(entries.get(3))
        .isEqualTo(new AuditEntry.StepEnded(id, 1, Optional.of(2), Duration.ofMillis(5), 0));
    assertThat(((AuditEntry.StepJudged) entries.get(4)).command())
        .isEqualTo(new Command("rm -rf /"));
    assertThat(((AuditEntry.StepJudged) entries.get(4)).step()).isEqualTo(2);
  }

  private List<ReceiptOutcome> receipts() {
    return session.sent(ConfirmationReceipt.class).stream()
        .map(ConfirmationReceipt::outcome)
        .toList();
  }
}
