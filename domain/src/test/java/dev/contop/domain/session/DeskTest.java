package dev.contop.domain.session;

import static dev.contop.domain.session.Rehearsal.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.audit.AnswerOutcome;
import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.execution.StopReason;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What somebody at the computer sees of a session and may do about it. */
class DeskTest {

  private final Rehearsal session = new Rehearsal().connected(FIRST);

  @Test
  void shouldStopWhatRunsAndSayWhoDidIt() {
    session.running("sleep 9").forget();

    session.play(new SessionEvent.StoppedAtDesk());
    assertThat(session.effects())
        .containsExactly(new Effect.KillCommand(session.execution(), StopReason.STOPPED_AT_DESK));
    session.ended(143);

    assertThat(session.sent(HostMessage.AgentResult.class))
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.errorCode()).contains("stopped_at_desk");
              assertThat(result.answer()).contains("at the computer");
            });
  }

  @Test
  void shouldNotMindThatNothingRuns() {
    session.forget().play(new SessionEvent.StoppedAtDesk());

    assertThat(session.allEffects()).isEmpty();
  }

  @Test
  void shouldRejectWhatIsAskedAndTellThePhone() {
    session.asking();
    RequestId asked = session.question();

    session.forget().play(new SessionEvent.RejectedAtDesk(asked));

    assertThat(session.entries(AuditEntry.ConfirmationAnswered.class))
        .containsExactly(
            new AuditEntry.ConfirmationAnswered(asked.value(), AnswerOutcome.REJECTED, "desk"));
    assertThat(session.sent(HostMessage.ConfirmationReceipt.class)).hasSize(1);
    assertThat(session.effects(Effect.TellAgent.class)).hasSize(1);

    // A yes of the phone that comes now is too late.
    session.forget().says(asked, true);
    assertThat(session.effects(Effect.StartCommand.class)).isEmpty();
  }

  @Test
  void shouldWithdrawAQuestionWithTheRunThatIsStopped() {
    session.asking();
    RequestId asked = session.question();

    session.play(new SessionEvent.StoppedAtDesk()).says(asked, true);

    assertThat(session.effects(Effect.StartCommand.class)).isEmpty();
    assertThat(session.session().confirmations().open()).isEmpty();
  }

  @Test
  void shouldNotMindAQuestionThatIsNotThere() {
    session.asking().forget().play(new SessionEvent.RejectedAtDesk(new RequestId("another")));

    assertThat(session.allEffects()).isEmpty();
    assertThat(session.session().confirmations().open()).hasSize(1);
  }

  @Test
  void shouldShowWhoIsThere() {
    assertThat(glance().link()).isEqualTo(Glance.Presence.CONNECTED);
    session.connectivity(FIRST, Connectivity.DISCONNECTED);
    assertThat(glance().link()).isEqualTo(Glance.Presence.DOUBTFUL);
    session.lost(FIRST);
    assertThat(glance().link()).isEqualTo(Glance.Presence.AWAY);
    session.answered(Rehearsal.SECOND);
    assertThat(glance().link()).isEqualTo(Glance.Presence.CONNECTING);
  }

  @Test
  void shouldShowWhatRuns() {
    assertThat(glance().run()).isEmpty();

    session.intent("count");
    assertThat(glance().run())
        .contains(new Glance.Run(Glance.Stage.THINKING, Optional.empty(), 0, Duration.ZERO));

    session.proposed("seq 9").pass(Duration.ofSeconds(3));
    assertThat(glance().run())
        .contains(
            new Glance.Run(Glance.Stage.RUNNING, Optional.of("seq 9"), 1, Duration.ofSeconds(3)));

    session.stop();
    assertThat(glance().run().orElseThrow().stage()).isEqualTo(Glance.Stage.STOPPING);
    assertThat(glance().run().orElseThrow().command()).contains("seq 9");
  }

  @Test
  void shouldShowWhatIsAsked() {
    session.asking();
    Duration within = session.limits().confirmations().within();
    session.pass(Duration.ofSeconds(5));

    assertThat(glance().run().orElseThrow().stage()).isEqualTo(Glance.Stage.ASKING);
    assertThat(glance().questions())
        .singleElement()
        .satisfies(
            question -> {
              assertThat(question.request()).isEqualTo(session.question());
              assertThat(question.command()).isEqualTo("touch x");
              assertThat(question.reason()).isNotBlank();
              assertThat(question.left()).isEqualTo(within.minusSeconds(5));
            });
    session.pass(within);
    assertThat(glance().questions().get(0).left()).isZero();
  }

  @Test
  void shouldShowManualControlAndWhatWaits() {
    session.manual(true);
    assertThat(glance().manual()).isTrue();
    session.running("seq 9").lost(FIRST);
    assertThat(glance().waiting()).isPositive();
  }

  @Test
  void shouldNotShowCommandsInALog() {
    session.asking();

    assertThat(glance().toString()).doesNotContain("touch");
  }

  private Glance glance() {
    return Glance.at(session.session(), session.now());
  }
}
