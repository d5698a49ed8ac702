package dev.contop.domain.session;

import static dev.contop.domain.session.Rehearsal.FIRST;
import static dev.contop.domain.session.Rehearsal.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.control.InputAction;
import dev.contop.domain.control.InputRequest;
import dev.contop.domain.control.MouseButton;
import dev.contop.domain.control.ScreenPoint;
import dev.contop.domain.control.VideoPoint;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.execution.StopReason;
import dev.contop.domain.limits.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Control by hand waits for the audit log; letting go of it does not (T55, T60). */
class AuditedControlTest {

  private static final String FULL = "The disk is full.";
  private static final InputRequest CLICK =
      new InputRequest.Click("click", MouseButton.LEFT, 1, Optional.empty());
  private static final InputRequest PRESS =
      new InputRequest.Press(MouseButton.LEFT, Optional.empty());
  private static final InputRequest MOVE =
      new InputRequest.MoveTo(new VideoPoint(0, 0), OptionalLong.empty());

  private final Rehearsal session = new Rehearsal().connected(FIRST);

  @Test
  void shouldEnterManualModeOnlyWhenItsLineIsWritten() {
    // Given
    session.holdAudit().manual(true).written(FIRST);
    assertThat(session.session().control().enabled()).isFalse();
    assertThat(session.sent()).isEmpty();

    // When
    session.askedFast(MOVE).audit().written(FIRST);

    // Then
    assertThat(session.effects())
        .contains(new Effect.CountRefusal(ChannelLabel.FAST, Refusal.NOT_IN_MANUAL_MODE));
    assertThat(session.session().control().enabled()).isTrue();
    assertThat(session.sent(HostMessage.StateUpdate.class))
        .singleElement()
        .satisfies(state -> assertThat(state.manualMode()).isTrue());
    assertThat(session.entries()).containsExactly(new AuditEntry.ManualModeSwitched(true));
  }

  @Test
  void shouldAskForOneLineHoweverOftenTheModeIsAskedFor() {
    // When
    session.holdAudit().manual(true).manual(true).audit().manual(true).written(FIRST);

    // Then
    assertThat(session.entries()).containsExactly(new AuditEntry.ManualModeSwitched(true));
    assertThat(session.sent(HostMessage.StateUpdate.class)).hasSize(2);
  }

  @Test
  void shouldStopAtOnceWhatRunsAndAlsoWhatBeganMeanwhile() {
    // Given
    session.running("sleep 9").holdAudit().forget();

    // When
    session.manual(true);

    // Then T60
    assertThat(session.effects(Effect.KillCommand.class))
        .extracting(Effect.KillCommand::reason)
        .containsExactly(StopReason.MANUAL_TAKEOVER);
    session.ended(143).intent("ls").audit().written(FIRST);
    assertThat(session.sent(HostMessage.AgentResult.class))
        .extracting(HostMessage.AgentResult::errorCode)
        .containsExactly(Optional.of("manual_takeover"), Optional.of("manual_takeover"));
  }

  @Test
  void shouldRefuseManualModeInWordsWhenItCannotBeWritten() {
    // Given
    session.breakAudit(FULL);

    // When
    session.manual(true).written(FIRST);

    // Then
    assertThat(session.session().control().enabled()).isFalse();
    assertThat(session.sent())
        .satisfiesExactly(
            error ->
                assertThat(error)
                    .isInstanceOfSatisfying(
                        HostMessage.ErrorReply.class,
                        reply -> {
                          assertThat(reply.code()).isEqualTo("audit_unavailable");
                          assertThat(reply.message()).contains(FULL);
                        }),
            state ->
                assertThat(state)
                    .isInstanceOfSatisfying(
                        HostMessage.StateUpdate.class,
                        update -> assertThat(update.manualMode()).isFalse()));
  }

  @Test
  void shouldLeaveManualModeWithoutWaiting() {
    // Given
    session.manual(true).asked(PRESS).written(FIRST).holdAudit().forget();

    // When
    session.manual(false).written(FIRST);

    // Then T34
    assertThat(session.session().control().enabled()).isFalse();
    assertThat(session.effects(Effect.ReleaseInputs.class)).hasSize(1);
    assertThat(session.sent(HostMessage.StateUpdate.class)).hasSize(1);
    assertThat(session.entries()).containsExactly(new AuditEntry.ManualModeSwitched(false));
  }

  @Test
  void shouldNotEnterAModeThatWasLeftMeanwhile() {
    // When
    session.holdAudit().manual(true).manual(false).audit();

    // Then
    assertThat(session.session().control().enabled()).isFalse();
    assertThat(session.entries())
        .containsExactly(
            new AuditEntry.ManualModeSwitched(true), new AuditEntry.ManualModeSwitched(false));
  }

  @Test
  void shouldWriteNothingWhenThereIsNoModeToLeave() {
    // When
    session.manual(false).written(FIRST);

    // Then
    assertThat(session.entries()).isEmpty();
    assertThat(session.sent(HostMessage.StateUpdate.class)).hasSize(1);
  }

  @Test
  void shouldWriteThatTheModeEndedWithTheConnection() {
    // Given
    session.manual(true).forget();

    // When
    session.lost(FIRST);

    // Then
    assertThat(session.entries()).containsExactly(new AuditEntry.ManualModeSwitched(false));
  }

  @Test
  void shouldNotEnterAfterALoss() {
    // When
    session.holdAudit().manual(true).lost(FIRST).audit();

    // Then
    assertThat(session.session().control().enabled()).isFalse();
  }

  @Test
  void shouldActOnceOutsideTheModeWhenThatIsWritten() {
    // Given
    session.holdAudit().asked(CLICK);
    assertThat(session.effects()).isEmpty();

    // When
    session.audit();

    // Then T60
    assertThat(session.effects())
        .containsExactly(
            new Effect.InjectAndReport(new InputAction.Click(MouseButton.LEFT, 1), "click"));
    assertThat(session.entries()).containsExactly(new AuditEntry.ManualAct("click"));
    assertThat(session.session().deferrals().waiting()).isEmpty();
  }

  @Test
  void shouldKeepTheOrderOfActsWhenTheModeBeginsBetweenThem() {
    // Given an act before the mode, and one after it
    session.holdAudit().manual(true).asked(CLICK).auditOne();
    session.asked(MOVE);
    assertThat(session.effects(Effect.Inject.class)).isEmpty();

    // When
    session.audit();

    // Then T62
    assertThat(session.effects())
        .filteredOn(effect -> !(effect instanceof Effect.SendEnvelope))
        .containsExactly(
            new Effect.InjectAndReport(new InputAction.Click(MouseButton.LEFT, 1), "click"),
            new Effect.Inject(new InputAction.MoveTo(new ScreenPoint(1, 1))));
    assertThat(session.entries()).hasSize(2);
  }

  @Test
  void shouldNotActForAPeerThatIsGone() {
    // When
    session.holdAudit().asked(PRESS).answered(SECOND).audit().opened(SECOND);

    // Then T34
    assertThat(session.effects(Effect.Inject.class)).isEmpty();
    assertThat(session.session().control().held().isEmpty()).isTrue();
  }

  @Test
  void shouldSayWhyAnActWasNotDone() {
    // Given
    session.breakAudit(FULL);

    // When
    session.asked(CLICK).asked(MOVE).written(FIRST);

    // Then T61: acts that are answered are told
    assertThat(session.sent())
        .singleElement()
        .isInstanceOfSatisfying(
            HostMessage.ManualControlResult.class,
            result -> {
              assertThat(result.action()).isEqualTo("click");
              assertThat(result.done()).isFalse();
              assertThat(result.message()).contains(FULL);
              assertThat(result.duration()).isEqualTo(Duration.ZERO);
            });
    assertThat(session.effects(Effect.Inject.class)).isEmpty();
  }

  @Test
  void shouldAnswerAnActThatCannotBeDoneWithoutWritingItDown() {
    // When
    session.holdAudit().asked(new InputRequest.Unusable("key_combo", "No keys.")).written(FIRST);

    // Then
    assertThat(session.sent(HostMessage.ManualControlResult.class)).hasSize(1);
    assertThat(session.entries()).isEmpty();
  }

  @Test
  void shouldBoundWhatWaits() {
    // Given
    session.holdAudit();
    for (int i = 0; i < Limits.DEFERRED; i++) {
      session.asked(CLICK);
    }
    session.written(FIRST).forget();

    // When
    session.asked(CLICK).manual(true).written(FIRST);

    // Then
    assertThat(session.session().deferrals().waiting()).hasSize(Limits.DEFERRED);
    assertThat(session.sent())
        .extracting(Object::getClass)
        .isEqualTo(List.of(HostMessage.ManualControlResult.class, HostMessage.ErrorReply.class));
    assertThat(session.entries()).isEmpty();
  }

  @Test
  void shouldBoundWhatWaitsBehindAnActInTheMode() {
    // Given
    session.holdAudit().manual(true).asked(CLICK).auditOne();
    for (int i = 1; i < Limits.DEFERRED; i++) {
      session.asked(MOVE);
    }
    session.written(FIRST).forget();

    // When
    session.asked(CLICK).written(FIRST);

    // Then
    assertThat(session.sent(HostMessage.ManualControlResult.class)).hasSize(1);
    session.audit();
    assertThat(session.effects(Effect.Inject.class)).hasSize(Limits.DEFERRED - 1);
  }
}
