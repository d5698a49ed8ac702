package dev.contop.domain.session;

import static dev.contop.domain.session.Rehearsal.FIRST;
import static dev.contop.domain.session.Rehearsal.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.audit.AnswerOutcome;
import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.HostMessage.ConfirmationReceipt;
import dev.contop.domain.envelope.HostMessage.ConfirmationRequest;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.ReceiptOutcome;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.execution.Execution;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of an open question when the phone goes, changes or stops (T32, T33, T36, T51). */
class OpenQuestionTest {

  private final Rehearsal session = new Rehearsal().connected(FIRST).asking().written(FIRST);
  private final RequestId request = session.question();

  @Test
  void shouldExpireOnLossBeforeTheStopIsReported() {
    // When
    session.forget().lost(FIRST);

    // Then T32: the phone finds it in this order when it comes back
    assertThat(session.waiting())
        .satisfiesExactly(
            receipt ->
                assertThat(receipt)
                    .isEqualTo(
                        new ConfirmationReceipt(
                            request, ReceiptOutcome.EXPIRED, "The time was up; it does not run.")),
            result -> assertThat(result).isInstanceOf(HostMessage.AgentResult.class),
            state -> assertThat(state).isInstanceOf(HostMessage.StateUpdate.class));
    assertThat(session.entries(AuditEntry.ConfirmationAnswered.class))
        .containsExactly(
            new AuditEntry.ConfirmationAnswered(
                request.value(), AnswerOutcome.EXPIRED, "connection_lost"));
    assertThat(session.entries(AuditEntry.ExecutionStopped.class)).hasSize(1);
    assertThat(session.session().execution()).isEqualTo(new Execution.Idle());
  }

  @Test
  void shouldNotTakeAnAnswerAfterALoss() {
    // Given
    session.lost(FIRST).connected(SECOND);

    // When
    session.hears(SECOND, yes()).written(SECOND);

    // Then
    assertNothingRan();
    assertThat(outcomes()).containsExactly(ReceiptOutcome.EXPIRED);
  }

  @Test
  void shouldMoveToANewPeerWithItsDeadline() {
    // Given
    ConfirmationRequest asked = session.sent(ConfirmationRequest.class).get(0);
    session.pass(Duration.ofSeconds(100)).forget();

    // When
    session.answered(SECOND).opened(SECOND).written(SECOND);

    // Then T33, T36
    assertThat(session.sentTo(SECOND))
        .filteredOn(ConfirmationRequest.class::isInstance)
        .containsExactly(asked);
    assertThat(session.sentTo(SECOND).get(0)).isInstanceOf(HostMessage.StateUpdate.class);
    session.hears(SECOND, yes());
    assertThat(session.effects(Effect.StartCommand.class)).hasSize(1);
  }

  @Test
  void shouldAskAgainAfterWhatWaited() {
    // Given something that waits for the new peer
    session.play(new SessionEvent.InputDone("click", true, "done", Duration.ZERO));
    session.forget().answered(SECOND);

    // When
    session.opened(SECOND).written(SECOND);

    // Then T16: state, what waited, then the question
    List<HostMessage> sent = session.sentTo(SECOND);
    assertThat(sent.get(0)).isInstanceOf(HostMessage.StateUpdate.class);
    assertThat(sent.get(sent.size() - 1)).isInstanceOf(ConfirmationRequest.class);
    assertThat(sent).hasSizeGreaterThan(2);
  }

  @Test
  void shouldAskNothingAgainThatHasEnded() {
    // Given
    session.says(false).forget();

    // When
    session.answered(SECOND).opened(SECOND).written(SECOND);

    // Then
    assertThat(session.sentTo(SECOND)).noneMatch(ConfirmationRequest.class::isInstance);
  }

  @Test
  void shouldKeepItsDeadlineBetweenTwoPeers() {
    // Given
    session.pass(Duration.ofSeconds(295)).answered(SECOND).forget();

    // When
    session.later(Duration.ofSeconds(5));

    // Then T33
    assertThat(session.session().confirmations().open()).isEmpty();
    assertThat(session.session().link()).isInstanceOf(Link.Connecting.class);
  }

  @Test
  void shouldNotHearThePeerThatWasReplaced() {
    // Given
    session.answered(SECOND).opened(SECOND).forget();

    // When
    session.hears(FIRST, yes());

    // Then T53: counted, written down, not approved
    assertNothingRan();
    assertThat(session.effects())
        .containsExactly(new Effect.CountRefusal(ChannelLabel.RELIABLE, Refusal.NOT_YOUR_PEER));
    assertThat(session.entries())
        .containsExactly(
            new AuditEntry.ConfirmationAnswered(
                request.value(), AnswerOutcome.NOT_COUNTED, "foreign"));
    assertThat(session.question()).isEqualTo(request);
  }

  @Test
  void shouldNotTakeAnAnswerFromTheFastChannel() {
    // Given
    session.forget();

    // When
    session.hearsFast(yes());

    // Then T15
    assertNothingRan();
    assertThat(session.effects())
        .containsExactly(new Effect.CountRefusal(ChannelLabel.FAST, Refusal.NOT_ON_FAST));
    assertThat(session.entries()).hasSize(1);
    assertThat(session.question()).isEqualTo(request);
  }

  @Test
  void shouldTakeAnAnswerAsASignOfLife() {
    // Given
    session.connectivity(FIRST, Connectivity.DISCONNECTED);

    // When
    session.says(true);

    // Then T30
    assertThat(session.session().link()).isInstanceOf(Link.Live.class);
    assertThat(session.effects(Effect.StartCommand.class)).hasSize(1);
  }

  @Test
  void shouldEndAsRejectedWhenThePhoneStops() {
    // When
    session.forget().stop().written(FIRST);

    // Then T51
    assertThat(outcomes()).containsExactly(ReceiptOutcome.REJECTED);
    assertThat(session.sent(HostMessage.AgentResult.class))
        .extracting(HostMessage.AgentResult::errorCode)
        .containsExactly(Optional.of("stopped"));
    session.forget().hears(yes()).written(FIRST);
    assertNothingRan();
    assertThat(outcomes()).containsExactly(ReceiptOutcome.REJECTED);
    assertThat(session.entries(AuditEntry.ConfirmationAnswered.class))
        .extracting(AuditEntry.ConfirmationAnswered::cause)
        .containsExactly("late");
  }

  @Test
  void shouldEndAsRejectedWhenThePhoneTakesControl() {
    // When
    session.forget().manual(true).written(FIRST);

    // Then T60
    assertThat(outcomes()).containsExactly(ReceiptOutcome.REJECTED);
    assertThat(session.session().control().enabled()).isTrue();
    session.hears(yes());
    assertNothingRan();
  }

  @Test
  void shouldEndWithTheSession() {
    // When
    session.forget().play(new SessionEvent.EndRequested(EndCause.REPAIRED));

    // Then
    assertThat(session.session().isOver()).isTrue();
    assertThat(session.entries(AuditEntry.ConfirmationAnswered.class))
        .containsExactly(
            new AuditEntry.ConfirmationAnswered(
                request.value(), AnswerOutcome.EXPIRED, "session_ended"));
    assertNothingRan();
  }

  @Test
  void shouldExpireWhenTheNewPeerNeverComes() {
    // When
    session.answered(SECOND).forget().later(Duration.ofSeconds(15));

    // Then T33
    assertThat(session.session().confirmations().open()).isEmpty();
    assertThat(session.session().execution()).isEqualTo(new Execution.Idle());
    assertNothingRan();
  }

  private PhoneMessage yes() {
    return new PhoneMessage.ConfirmationResponse(request, true, Optional.empty());
  }

  private List<ReceiptOutcome> outcomes() {
    return session.sent(ConfirmationReceipt.class).stream()
        .map(ConfirmationReceipt::outcome)
        .toList();
  }

  private void assertNothingRan() {
    assertThat(session.effects(Effect.StartCommand.class)).isEmpty();
  }
}
