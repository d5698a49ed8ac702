package dev.contop.domain.session;

import static dev.contop.domain.session.Rehearsal.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.audit.AnswerOutcome;
import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.audit.Judgement;
import dev.contop.domain.confirmation.Digest;
import dev.contop.domain.confirmation.JavaHash;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.envelope.AiState;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.HostMessage.ConfirmationReceipt;
import dev.contop.domain.envelope.HostMessage.ConfirmationRequest;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.ReceiptOutcome;
import dev.contop.domain.envelope.StepStatus;
import dev.contop.domain.execution.AsksBeforeTouch;
import dev.contop.domain.execution.Command;
import dev.contop.domain.execution.Execution;
import dev.contop.domain.execution.StepOutcome;
import dev.contop.domain.limits.ConfirmationLimits;
import dev.contop.domain.limits.Limits;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.pairing.ConnectionType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Asking, and what each answer does (T52, T53). */
class ApprovalTest {

  private static final Duration WITHIN = Limits.standard().confirmations().within();

  private final Rehearsal session = new Rehearsal().connected(FIRST);

  @Test
  void shouldAskBeforeAStepThatThePolicyAsksAbout() {
    // Given
    session.pass(Duration.ofSeconds(7));

    // When
    session.asking().written(FIRST);

    // Then T52
    Digest digest = Digest.of(new Command("touch x").deed("shell"), new JavaHash());
    assertThat(session.sent(ConfirmationRequest.class))
        .containsExactly(
            new ConfirmationRequest(
                session.question(),
                "shell",
                "touch x",
                AsksBeforeTouch.REASON,
                "May this run on your computer? " + AsksBeforeTouch.REASON,
                session.now().plus(WITHIN),
                digest));
    assertThat(session.sent(HostMessage.AgentProgress.class)).isEmpty();
    assertThat(session.session().aiState()).isEqualTo(AiState.EXECUTING);
    assertThat(session.entries().subList(1, 3))
        .containsExactly(
            new AuditEntry.StepJudged(
                session.execution(),
                1,
                "shell",
                new Command("touch x"),
                Judgement.ASKS,
                Optional.of(AsksBeforeTouch.REASON)),
            new AuditEntry.ConfirmationAsked(
                session.execution(),
                1,
                session.question().value(),
                "shell",
                new Command("touch x"),
                AsksBeforeTouch.REASON,
                digest.hex(),
                WITHIN));
    assertNothingRan();
  }

  @Test
  void shouldRunWhatWasApprovedAndSayThatItIs() {
    // Given
    RequestId request = session.asking().question();
    session.written(FIRST).forget();

    // When
    session.says(true).written(FIRST);

    // Then
    assertThat(session.effects(Effect.StartCommand.class))
        .singleElement()
        .satisfies(
            start -> assertThat(start.command().command()).isEqualTo(new Command("touch x")));
    assertThat(session.sent().get(0))
        .isEqualTo(new ConfirmationReceipt(request, ReceiptOutcome.APPROVED, "Approved."));
    assertThat(session.sent(HostMessage.AgentProgress.class))
        .extracting(HostMessage.AgentProgress::status)
        .containsExactly(StepStatus.RUNNING);
    assertThat(session.entries())
        .containsExactly(
            new AuditEntry.ConfirmationAnswered(request.value(), AnswerOutcome.APPROVED, "user"),
            new AuditEntry.StepStarted(
                session.execution(), 1, "shell", new Command("touch x"), "~"));
  }

  @Test
  void shouldNotRunWhatWasRejectedAndTellTheAgent() {
    // Given
    RequestId request = session.asking().question();
    session.written(FIRST).forget();

    // When
    session.says(false).written(FIRST);

    // Then
    assertNothingRan();
    assertThat(session.effects(Effect.TellAgent.class))
        .extracting(Effect.TellAgent::outcome)
        .containsExactly(new StepOutcome.Refused("You said no, so it was not run."));
    assertThat(session.sent(HostMessage.AgentProgress.class))
        .singleElement()
        .satisfies(
            progress -> {
              assertThat(progress.status()).isEqualTo(StepStatus.CANCELLED);
              assertThat(progress.detail()).isEqualTo("You said no, so it was not run.");
              assertThat(progress.step()).isEqualTo(1);
            });
    assertThat(receipts()).containsExactly(ReceiptOutcome.REJECTED);
    assertThat(answers())
        .containsExactly(
            new AuditEntry.ConfirmationAnswered(request.value(), AnswerOutcome.REJECTED, "user"));
    assertThat(session.session().execution()).isInstanceOf(Execution.Thinking.class);
  }

  @Test
  void shouldAskAgainForTheNextStep() {
    // When
    RequestId first = session.asking().question();
    session.says(false).proposed("touch y").written(FIRST);

    // Then: another question, and an answer to the first one is none to it
    assertThat(session.question()).isNotEqualTo(first);
    session.says(first, true).written(FIRST);
    assertNothingRan();
    session.says(true);
    assertThat(session.effects(Effect.StartCommand.class)).hasSize(1);
  }

  @Test
  void shouldExpireAtTheDeadline() {
    // Given
    RequestId request = session.asking().question();
    session.written(FIRST).forget();

    // When
    session.later(WITHIN.minusNanos(1));
    assertThat(receipts()).isEmpty();
    session.written(FIRST).forget().later(Duration.ofNanos(1)).written(FIRST);

    // Then T53
    assertNothingRan();
    assertThat(receipts()).containsExactly(ReceiptOutcome.EXPIRED);
    assertThat(session.effects(Effect.TellAgent.class))
        .extracting(Effect.TellAgent::outcome)
        .containsExactly(
            new StepOutcome.Refused("Nobody answered within 300 seconds, so it was not run."));
    assertThat(answers())
        .containsExactly(
            new AuditEntry.ConfirmationAnswered(
                request.value(), AnswerOutcome.EXPIRED, "deadline"));
    assertThat(session.session().confirmations().open()).isEmpty();
  }

  @Test
  void shouldNotTakeAYesAtTheDeadlineBeforeTheTimerFires() {
    // Given
    RequestId request = session.asking().question();
    session.written(FIRST).forget();

    // When
    session.pass(WITHIN).says(request, true).written(FIRST);

    // Then
    assertNothingRan();
    assertThat(receipts()).containsExactly(ReceiptOutcome.EXPIRED);
    assertThat(session.effects(Effect.TellAgent.class)).hasSize(1);
    assertThat(answers())
        .containsExactly(
            new AuditEntry.ConfirmationAnswered(
                request.value(), AnswerOutcome.EXPIRED, "deadline"));
  }

  @Test
  void shouldTakeAYesUntilTheLastMoment() {
    // Given
    session.asking().pass(WITHIN.minusNanos(1));

    // When
    session.says(true);

    // Then
    assertThat(session.effects(Effect.StartCommand.class)).hasSize(1);
  }

  @Test
  void shouldTellALateAnswerTheTruth() {
    // Given
    RequestId request = session.asking().question();
    session.later(WITHIN).written(FIRST).forget();

    // When
    session.says(request, true).written(FIRST);

    // Then
    assertNothingRan();
    assertThat(session.sent())
        .containsExactly(
            new ConfirmationReceipt(
                request, ReceiptOutcome.EXPIRED, "The time was up; it does not run."));
    assertThat(answers())
        .containsExactly(
            new AuditEntry.ConfirmationAnswered(
                request.value(), AnswerOutcome.NOT_COUNTED, "late"));
  }

  @Test
  void shouldRunOnceHoweverOftenItIsApproved() {
    // Given
    RequestId request = session.asking().question();

    // When
    session.says(request, true).says(request, true).says(request, true).says(request, false);
    session.written(FIRST);

    // Then
    assertThat(session.effects(Effect.StartCommand.class)).hasSize(1);
    assertThat(receipts())
        .containsExactly(
            ReceiptOutcome.APPROVED,
            ReceiptOutcome.APPROVED,
            ReceiptOutcome.APPROVED,
            ReceiptOutcome.APPROVED);
    assertThat(session.sent(ConfirmationReceipt.class).get(1).message())
        .isEqualTo("You decided this before. Approved.");
    assertThat(answers())
        .extracting(AuditEntry.ConfirmationAnswered::cause)
        .containsExactly("user", "repeated", "repeated", "repeated");
  }

  @Test
  void shouldNotRunAgainWhenTheAnswerComesAgainAfterTheEnd() {
    // Given
    RequestId request = session.asking().question();
    session.says(true).ended(0).agentAnswered("done").written(FIRST).forget();

    // When
    session.says(request, true).written(FIRST);

    // Then
    assertNothingRan();
    assertThat(receipts()).containsExactly(ReceiptOutcome.APPROVED);
  }

  @Test
  void shouldNotApproveByAStaleDigestAndStillAsk() {
    // Given
    RequestId request = session.asking().question();
    session.written(FIRST).forget();

    // When
    session.hears(
        new PhoneMessage.ConfirmationResponse(request, true, Optional.of(new Digest("0"))));
    session.written(FIRST);

    // Then
    assertNothingRan();
    assertThat(receipts()).containsExactly(ReceiptOutcome.STALE);
    assertThat(session.question()).isEqualTo(request);
    assertThat(answers())
        .containsExactly(
            new AuditEntry.ConfirmationAnswered(
                request.value(), AnswerOutcome.NOT_COUNTED, "stale"));
    session.says(true);
    assertThat(session.effects(Effect.StartCommand.class)).hasSize(1);
  }

  @Test
  void shouldNotKnowAQuestionOfAnotherSessionOrHost() {
    // Given
    RequestId foreign = new RequestId("of another");
    session.asking().written(FIRST).forget();

    // When
    session.says(foreign, true).written(FIRST);

    // Then: said in words, and the question that is open stays so
    assertNothingRan();
    assertThat(session.sent(ConfirmationReceipt.class))
        .singleElement()
        .satisfies(
            receipt -> {
              assertThat(receipt.request()).isEqualTo(foreign);
              assertThat(receipt.outcome()).isEqualTo(ReceiptOutcome.UNKNOWN);
              assertThat(receipt.message()).contains("restarted");
            });
    assertThat(session.session().execution()).isInstanceOf(Execution.Asking.class);
    assertThat(answers())
        .extracting(AuditEntry.ConfirmationAnswered::cause)
        .containsExactly("unknown");
  }

  @Test
  void shouldNotRunWhenWhatRunsIsNotWhatWasApproved() {
    // Given a hash that never gives the same twice, as if the command had changed meanwhile
    AtomicInteger count = new AtomicInteger();
    SessionMachine machine =
        new SessionMachine(
            Limits.standard(), new AsksBeforeTouch(), bytes -> "hash " + count.incrementAndGet());
    Rehearsal changed = new Rehearsal(machine).connected(FIRST);
    RequestId request = changed.asking().question();
    changed.written(FIRST).forget();

    // When
    changed.says(true).written(FIRST);

    // Then
    assertThat(changed.effects(Effect.StartCommand.class)).isEmpty();
    assertThat(changed.sent(ConfirmationReceipt.class))
        .extracting(ConfirmationReceipt::outcome)
        .containsExactly(ReceiptOutcome.REJECTED);
    assertThat(changed.session().confirmations().ending(request)).isPresent();
    assertThat(changed.effects(Effect.TellAgent.class)).hasSize(1);
  }

  @Test
  void shouldHonourAnotherTime() {
    // Given
    Rehearsal hasty =
        new Rehearsal(Limits.standard().with(new ConfirmationLimits(Duration.ofSeconds(9), 4, 64)));
    hasty.connected(FIRST).asking();

    // When
    hasty.later(Duration.ofSeconds(9));

    // Then
    assertThat(hasty.session().confirmations().open()).isEmpty();
    assertThat(hasty.session().nextDeadline()).isNotEqualTo(Ticks.NEVER);
  }

  @Test
  void shouldEndAsRefusedWhenTheAgentGivesUp() {
    // When
    session.asking().says(false);
    session.play(
        new SessionEvent.AgentAnswered(
            session.execution(), "You said no, so it was not run.", Optional.of("refused")));
    session.written(FIRST);

    // Then T50: one result, and idle
    List<HostMessage> last = session.sent();
    assertThat(last.subList(last.size() - 2, last.size()))
        .containsExactly(
            new HostMessage.AgentResult(
                "You said no, so it was not run.", 1, Duration.ZERO, Optional.of("refused")),
            new HostMessage.StateUpdate(AiState.IDLE, ConnectionType.TEMPORARY, false, false));
  }

  private void assertNothingRan() {
    assertThat(session.effects(Effect.StartCommand.class)).isEmpty();
  }

  private List<ReceiptOutcome> receipts() {
    return session.sent(ConfirmationReceipt.class).stream()
        .map(ConfirmationReceipt::outcome)
        .toList();
  }

  private List<AuditEntry.ConfirmationAnswered> answers() {
    return session.entries(AuditEntry.ConfirmationAnswered.class);
  }
}
