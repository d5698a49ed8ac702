package dev.contop.domain.confirmation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contop.domain.limits.ConfirmationLimits;
import dev.contop.domain.limits.Ticks;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Questions and their answers (T53). */
class ConfirmationsTest {

  private static final ConfirmationLimits LIMITS =
      new ConfirmationLimits(Duration.ofNanos(10), 2, 2);
  private static final RequestId A = new RequestId("a");
  private static final RequestId B = new RequestId("b");
  private static final Digest DIGEST = new Digest("d");
  private static final Optional<Digest> UNSAID = Optional.empty();
  private static final Ticks NOW = new Ticks(5);
  private static final Ticks DEADLINE = new Ticks(10);

  private final Confirmations none = Confirmations.none(LIMITS);
  private final Confirmations asked = none.asked(pending(A, DEADLINE));

  private static PendingConfirmation pending(RequestId request, Ticks deadline) {
    return new PendingConfirmation(request, DIGEST, deadline);
  }

  @Test
  void shouldApproveExactlyOnce() {
    // When
    Confirmations.Answered first = asked.answer(A, true, UNSAID, NOW);
    Confirmations.Answered second = first.after().answer(A, true, UNSAID, NOW);
    Confirmations.Answered third = second.after().answer(A, false, UNSAID, NOW);

    // Then
    assertThat(first.outcome()).isEqualTo(new Outcome.Approved(new Approval(DIGEST)));
    assertThat(first.after().open()).isEmpty();
    assertThat(second.outcome()).isEqualTo(ignored(Outcome.Cause.REPEATED, Ending.APPROVED));
    assertThat(third.outcome()).isEqualTo(ignored(Outcome.Cause.REPEATED, Ending.APPROVED));
    assertThat(third.after()).isEqualTo(first.after());
  }

  @Test
  void shouldNotApproveWhatWasRejected() {
    // When
    Confirmations.Answered first = asked.answer(A, false, UNSAID, NOW);

    // Then
    assertThat(first.outcome()).isEqualTo(new Outcome.Rejected());
    assertThat(first.after().answer(A, true, UNSAID, NOW).outcome())
        .isEqualTo(ignored(Outcome.Cause.REPEATED, Ending.REJECTED));
  }

  @Test
  void shouldCountAnAnswerUntilTheDeadlineAndNotAtIt() {
    // When
    Confirmations.Answered before = asked.answer(A, true, UNSAID, new Ticks(9));
    Confirmations.Answered at = asked.answer(A, true, UNSAID, DEADLINE);

    // Then
    assertThat(before.outcome()).isInstanceOf(Outcome.Approved.class);
    assertThat(at.outcome()).isEqualTo(new Outcome.Expired());
    assertThat(at.after().open()).isEmpty();
    assertThat(at.after().answer(A, true, UNSAID, DEADLINE).outcome())
        .isEqualTo(ignored(Outcome.Cause.LATE, Ending.EXPIRED));
  }

  @Test
  void shouldNotApproveAnythingElseAndStayOpen() {
    // When
    Confirmations.Answered stale = asked.answer(A, true, Optional.of(new Digest("e")), NOW);

    // Then
    assertThat(stale.outcome())
        .isEqualTo(new Outcome.Ignored(Outcome.Cause.STALE, Optional.empty()));
    assertThat(stale.after()).isEqualTo(asked);
    assertThat(stale.after().answer(A, true, Optional.of(DIGEST), NOW).outcome())
        .isInstanceOf(Outcome.Approved.class);
  }

  @Test
  void shouldTakeANoWhateverItsDigest() {
    assertThat(asked.answer(A, false, Optional.of(new Digest("e")), NOW).outcome())
        .isEqualTo(new Outcome.Rejected());
  }

  @Test
  void shouldNotKnowAnotherQuestion() {
    assertThat(asked.answer(B, true, UNSAID, NOW))
        .isEqualTo(
            new Confirmations.Answered(
                asked, new Outcome.Ignored(Outcome.Cause.UNKNOWN, Optional.empty())));
    assertThat(asked.find(B)).isEmpty();
    assertThat(asked.ending(A)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"REJECTED", "EXPIRED"})
  void shouldTellALateAnswerHowItEnded(Ending ending) {
    // When
    Confirmations closed = asked.closed(A, ending);

    // Then
    assertThat(closed.ending(A)).contains(ending);
    assertThat(closed.answer(A, true, UNSAID, NOW).outcome())
        .isEqualTo(ignored(Outcome.Cause.LATE, ending));
  }

  @Test
  void shouldWithdrawAnApproval() {
    // When
    Confirmations withdrawn = asked.answer(A, true, UNSAID, NOW).after().withdrawn(A);

    // Then
    assertThat(withdrawn.ending(A)).contains(Ending.REJECTED);
    assertThat(withdrawn.ended()).hasSize(1);
    assertThat(withdrawn.answer(A, true, UNSAID, NOW).outcome())
        .isEqualTo(ignored(Outcome.Cause.REPEATED, Ending.REJECTED));
  }

  @Test
  void shouldKeepSeveralApart() {
    // Given
    Confirmations both = asked.asked(pending(B, new Ticks(7)));

    // When
    Confirmations after = both.answer(B, true, UNSAID, NOW).after();

    // Then
    assertThat(both.deadline()).isEqualTo(new Ticks(7));
    assertThat(after.deadline()).isEqualTo(DEADLINE);
    assertThat(after.find(A)).contains(pending(A, DEADLINE));
    assertThat(after.ending(B)).contains(Ending.APPROVED);
    assertThat(both.due(new Ticks(6))).isEmpty();
    assertThat(both.due(new Ticks(7))).containsExactly(pending(B, new Ticks(7)));
    assertThat(both.due(DEADLINE)).hasSize(2);
    assertThat(none.deadline()).isEqualTo(Ticks.NEVER);
  }

  @Test
  void shouldBeBounded() {
    // Given
    Confirmations full = asked.asked(pending(B, DEADLINE));

    // Then
    assertThatThrownBy(() -> full.asked(pending(new RequestId("c"), DEADLINE)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void shouldForgetTheOldestFirst() {
    // When
    Confirmations after = none;
    for (String name : new String[] {"a", "b", "c"}) {
      RequestId request = new RequestId(name);
      after = after.asked(pending(request, DEADLINE)).answer(request, true, UNSAID, NOW).after();
    }

    // Then
    assertThat(after.ended()).hasSize(2);
    assertThat(after.ending(A)).isEmpty();
    assertThat(after.ending(B)).contains(Ending.APPROVED);
    assertThat(after.answer(A, true, UNSAID, NOW).outcome())
        .isEqualTo(new Outcome.Ignored(Outcome.Cause.UNKNOWN, Optional.empty()));
  }

  @Test
  void shouldCoverOneDigestAlone() {
    // Given
    Approval approval = new Approval(DIGEST);

    // Then
    assertThat(approval.covers(new Digest("d"))).isTrue();
    assertThat(approval.covers(new Digest("D"))).isFalse();
    assertThat(approval)
        .isEqualTo(new Approval(new Digest("d")))
        .hasSameHashCodeAs(new Approval(new Digest("d")))
        .isNotEqualTo(new Approval(new Digest("e")))
        .isNotEqualTo(DIGEST)
        .hasToString("Approval[d]");
  }

  private static Outcome ignored(Outcome.Cause cause, Ending truth) {
    return new Outcome.Ignored(cause, Optional.of(truth));
  }
}
