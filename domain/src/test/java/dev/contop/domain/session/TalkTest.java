package dev.contop.domain.session;

import static dev.contop.domain.session.Rehearsal.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.device.DeviceAction;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.execution.Backstory;
import dev.contop.domain.execution.Intent;
import dev.contop.domain.execution.Picture;
import dev.contop.domain.limits.Limits;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told to the agent, what is asked of the desktop, and what is only answered (T54). */
class TalkTest {

  private static final Backstory.Entry ENTRY = new Backstory.Entry("user", "before");

  private final Rehearsal session = new Rehearsal().connected(FIRST);

  @Test
  void shouldTellTheAgentOnceWhatWasSaidBefore() {
    // When
    session.hears(new PhoneMessage.SessionContext(List.of(ENTRY)));
    session.intent("a").agentAnswered("done").intent("b");

    // Then
    assertThat(asked())
        .containsExactly(
            new Intent("a", Optional.empty(), new Backstory(List.of(ENTRY))), new Intent("b"));
  }

  @Test
  void shouldForgetWhatWasSaidBeforeANewSession() {
    // When
    session.hears(new PhoneMessage.SessionContext(List.of(ENTRY)));
    session.hears(new PhoneMessage.NewSession()).intent("a").written(FIRST);

    // Then
    assertThat(asked()).containsExactly(new Intent("a"));
    assertThat(session.sent().get(0)).isInstanceOf(HostMessage.StateUpdate.class);
  }

  @Test
  void shouldKeepABoundedBackstoryForTheIntentThatIsTaken() {
    // Given
    Backstory.Entry old = new Backstory.Entry("", "x".repeat(100));
    Backstory.Entry last = new Backstory.Entry("", "y".repeat(Limits.BACKSTORY));

    // When
    session.running("sleep 9");
    session.hears(new PhoneMessage.SessionContext(List.of(old, last)));
    session.intent("busy").stop().ended(143).intent("b");

    // Then: the one that was refused did not use it up
    assertThat(asked().get(1).before().entries()).containsExactly(last);
  }

  @Test
  void shouldHandThePictureToTheAgentAndNotToTheLog() {
    // Given
    Optional<Picture> picture = Optional.of(new Picture(Picture.Format.JPEG, "/9j/"));

    // When
    session.hears(new PhoneMessage.UserIntent("what is this", picture));

    // Then T50
    assertThat(asked()).containsExactly(new Intent("what is this", picture, Backstory.NONE));
    assertThat(session.entries(AuditEntry.IntentReceived.class))
        .extracting(AuditEntry.IntentReceived::intent)
        .containsExactly(new Intent("what is this"));
  }

  @Test
  void shouldAnswerWhatIsNotAvailable() {
    // When
    session.hears(new PhoneMessage.AwayModeStatus());
    session.hears(new PhoneMessage.ConversationRequest());
    session.hears(new PhoneMessage.RefreshProxyStatus()).written(FIRST);

    // Then
    assertThat(session.sent())
        .satisfiesExactly(
            away -> assertThat(away).isInstanceOf(HostMessage.AwayModeStatus.class),
            talk -> assertThat(talk).isInstanceOf(HostMessage.ConversationResponse.class),
            state -> assertThat(state).isInstanceOf(HostMessage.StateUpdate.class));
    assertThat(session.entries()).isEmpty();
  }

  @Test
  void shouldActOnTheDeviceWhenItsLineIsWritten() {
    // Given
    session.holdAudit().hears(device(DeviceAction.KEEP_AWAKE_ON));
    assertThat(session.effects()).isEmpty();

    // When
    session.audit();

    // Then
    assertThat(session.effects())
        .containsExactly(new Effect.ControlDevice(DeviceAction.KEEP_AWAKE_ON));
    assertThat(session.entries())
        .containsExactly(new AuditEntry.DeviceAsked(DeviceAction.KEEP_AWAKE_ON));
  }

  @Test
  void shouldSayWhatCameOfItAndThatTheHostIsKeptAwake() {
    // When
    session.play(new SessionEvent.DeviceActed(DeviceAction.KEEP_AWAKE_ON, Optional.empty(), true));
    session.play(new SessionEvent.DeviceActed(DeviceAction.LOCK_SCREEN, Optional.empty(), true));
    session.play(
        new SessionEvent.DeviceActed(DeviceAction.KEEP_AWAKE_OFF, Optional.of("No means."), true));
    session.written(FIRST);

    // Then
    assertThat(session.sent())
        .satisfiesExactly(
            on ->
                assertThat(on)
                    .isEqualTo(new HostMessage.DeviceControlResult("keep_awake_on", true, "Done.")),
            state ->
                assertThat(state)
                    .isInstanceOfSatisfying(
                        HostMessage.StateUpdate.class,
                        update -> assertThat(update.keepHostAwake()).isTrue()),
            lock ->
                assertThat(lock)
                    .isEqualTo(new HostMessage.DeviceControlResult("lock_screen", true, "Done.")),
            off ->
                assertThat(off)
                    .isEqualTo(
                        new HostMessage.DeviceControlResult("keep_awake_off", false, "No means.")));
    assertThat(session.entries())
        .containsExactly(
            new AuditEntry.DeviceActed(DeviceAction.KEEP_AWAKE_ON, Optional.empty()),
            new AuditEntry.DeviceActed(DeviceAction.LOCK_SCREEN, Optional.empty()),
            new AuditEntry.DeviceActed(DeviceAction.KEEP_AWAKE_OFF, Optional.of("No means.")));
  }

  @Test
  void shouldSayThatThereIsNoSuchActionAndThatNothingIsWritten() {
    // When
    session.hears(new PhoneMessage.DeviceControl("dance", Optional.empty()));
    session.breakAudit("The disk is full.").hears(device(DeviceAction.LOCK_SCREEN));
    session.written(FIRST);

    // Then
    assertThat(session.effects(Effect.ControlDevice.class)).isEmpty();
    assertThat(session.sent(HostMessage.DeviceControlResult.class))
        .satisfiesExactly(
            none ->
                assertThat(none)
                    .isEqualTo(
                        new HostMessage.DeviceControlResult(
                            "dance", false, "This action is not known.")),
            unwritten -> {
              assertThat(unwritten.action()).isEqualTo("lock_screen");
              assertThat(unwritten.done()).isFalse();
              assertThat(unwritten.message()).contains("The disk is full.");
            });
  }

  @Test
  void shouldBoundWhatIsAskedOfTheDevice() {
    // Given
    session.holdAudit();

    // When
    for (int i = 0; i <= Limits.DEFERRED; i++) {
      session.hears(device(DeviceAction.LOCK_SCREEN));
    }
    session.written(FIRST);

    // Then
    assertThat(session.entries()).hasSize(Limits.DEFERRED);
    assertThat(session.sent(HostMessage.ErrorReply.class)).hasSize(1);
  }

  @Test
  void shouldKeepWhatWasAskedOfTheDeviceOverATransfer() {
    // Given
    session.holdAudit().hears(device(DeviceAction.LOCK_SCREEN));

    // When
    session.answered(Rehearsal.SECOND).opened(Rehearsal.SECOND).audit();

    // Then
    assertThat(session.effects(Effect.ControlDevice.class)).hasSize(1);
  }

  private List<Intent> asked() {
    return session.effects(Effect.AskAgent.class).stream().map(Effect.AskAgent::intent).toList();
  }

  private static PhoneMessage device(DeviceAction action) {
    return new PhoneMessage.DeviceControl(action.wireName(), Optional.of(action));
  }
}
