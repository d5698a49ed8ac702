package dev.contop.application.session;

import static dev.contop.application.session.SessionStage.DEVICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.audit.KeptAudit;
import dev.contop.application.session.SessionStage.RecordedPeer;
import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.confirmation.RequestId;
import dev.contop.domain.device.DeviceAction;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.HostMessage.ConfirmationReceipt;
import dev.contop.domain.envelope.HostMessage.ConfirmationRequest;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.ReceiptOutcome;
import dev.contop.domain.execution.Command;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.session.EndCause;
import dev.contop.domain.session.PeerId;
import dev.contop.domain.session.SessionEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From a question to its process, and all the ways in which there is none (T52 to T55). */
class ConfirmedRunTest {

  private static final PeerId FIRST = new PeerId("first");
  private static final PeerId SECOND = new PeerId("second");

  private final SessionStage stage = new SessionStage();
  private final RecordedPeer phone = new RecordedPeer();
  private final OpenSession session = stage.connected(FIRST, phone);

  @Test
  void shouldRunWhatThePhoneApproved() {
    // Given
    ConfirmationRequest request = asked();
    assertThat(stage.commands).isEmpty();

    // When
    stage.hears(session, FIRST, answer(request.request(), true));

    // Then
    assertThat(stage.commands)
        .singleElement()
        .satisfies(
            started -> assertThat(started.command.command()).isEqualTo(new Command("touch notes")));
    assertThat(receipts(phone)).containsExactly(ReceiptOutcome.APPROVED);
    assertThat(stage.audit.written())
        .allSatisfy(kept -> assertThat(kept.about().device()).contains(DEVICE))
        .extracting(KeptAudit.Kept::entry)
        .extracting(Object::getClass)
        .containsExactly(
            AuditEntry.IntentReceived.class,
            AuditEntry.StepJudged.class,
            AuditEntry.ConfirmationAsked.class,
            AuditEntry.ConfirmationAnswered.class,
            AuditEntry.StepStarted.class);
  }

  @Test
  void shouldRunNothingThatThePhoneRejected() {
    // When
    stage.hears(session, FIRST, answer(asked().request(), false));

    // Then
    assertThat(stage.commands).isEmpty();
    assertThat(receipts(phone)).containsExactly(ReceiptOutcome.REJECTED);
    assertThat(result(phone).errorCode()).contains("refused");
  }

  @Test
  void shouldRunNothingWithoutAnAnswerInTime() {
    // Given
    ConfirmationRequest request = asked();

    // When
    stage.pass(Duration.ofSeconds(301));
    stage.hears(session, FIRST, answer(request.request(), true));

    // Then
    assertThat(stage.commands).isEmpty();
    assertThat(receipts(phone)).containsExactly(ReceiptOutcome.EXPIRED, ReceiptOutcome.EXPIRED);
  }

  @Test
  void shouldRunOnceWhatIsApprovedTwice() {
    // Given
    RequestId request = asked().request();

    // When
    stage.hears(session, FIRST, answer(request, true));
    stage.hears(session, FIRST, answer(request, true));
    stage.commands.get(0).observer.ended(0, Duration.ZERO, false, 0);
    stage.pool.runAll();
    stage.hears(session, FIRST, answer(request, true));

    // Then
    assertThat(stage.commands).hasSize(1);
    assertThat(receipts(phone))
        .containsExactly(ReceiptOutcome.APPROVED, ReceiptOutcome.APPROVED, ReceiptOutcome.APPROVED);
  }

  @Test
  void shouldRunNothingForAnotherDevice() {
    // Given another phone, which has learned the question's name
    RequestId request = asked().request();
    RecordedPeer other = new RecordedPeer();
    PeerId theirs = new PeerId("theirs");
    OpenSession another = stage.sessions.of(new DeviceId("another"), ConnectionType.TEMPORARY);
    another.connect(theirs, other, () -> {});
    another.post(new SessionEvent.PeerAnswered(theirs, ConnectionType.TEMPORARY));
    another.post(new SessionEvent.ChannelOpened(theirs, ChannelLabel.RELIABLE));

    // When
    stage.hears(another, theirs, answer(request, true));

    // Then
    assertThat(stage.commands).isEmpty();
    assertThat(receipts(other)).containsExactly(ReceiptOutcome.UNKNOWN);
    assertThat(receipts(phone)).isEmpty();
  }

  @Test
  void shouldBeApprovedFromThePageThatTookOver() {
    // Given
    ConfirmationRequest request = asked();
    RecordedPeer second = new RecordedPeer();
    stage.connected(SECOND, second);
    assertThat(stage.said(second, ConfirmationRequest.class)).containsExactly(request);

    // When both answer, the one that was replaced first
    stage.hears(session, FIRST, answer(request.request(), true));
    assertThat(stage.commands).isEmpty();
    stage.hears(session, SECOND, answer(request.request(), true));

    // Then T33, T36
    assertThat(stage.commands).hasSize(1);
    assertThat(receipts(second)).containsExactly(ReceiptOutcome.APPROVED);
  }

  @Test
  void shouldTellAPhoneThatComesBackToARestartedHost() {
    // Given a question that the host before had asked
    RequestId request = asked().request();
    SessionStage restarted = new SessionStage();
    RecordedPeer back = new RecordedPeer();
    OpenSession fresh = restarted.connected(FIRST, back);

    // When
    restarted.hears(fresh, FIRST, answer(request, true));

    // Then
    assertThat(restarted.commands).isEmpty();
    assertThat(restarted.said(back, ConfirmationReceipt.class))
        .singleElement()
        .satisfies(
            receipt -> {
              assertThat(receipt.outcome()).isEqualTo(ReceiptOutcome.UNKNOWN);
              assertThat(receipt.message()).contains("restarted");
            });
  }

  @Test
  void shouldRunNothingWhenTheSessionEnds() {
    // Given
    RequestId request = asked().request();

    // When
    stage.sessions.end(DEVICE, EndCause.REPAIRED);
    stage.pool.runAll();
    stage.hears(session, FIRST, answer(request, true));

    // Then
    assertThat(stage.commands).isEmpty();
    assertThat(stage.sessions.find(DEVICE)).isEmpty();
  }

  @Test
  void shouldWaitForTheAuditLogAndThenRun() {
    // Given
    stage.audit.hold();

    // When
    stage.hears(session, FIRST, new PhoneMessage.UserIntent("ls"));
    assertThat(stage.commands).isEmpty();
    stage.audit.letGo();
    stage.pool.runAll();

    // Then T55
    assertThat(stage.commands).hasSize(1);
  }

  @Test
  void shouldRunNothingWhileTheAuditLogIsBroken() {
    // Given
    stage.audit.breakDown("The disk is full.");

    // When
    stage.hears(session, FIRST, new PhoneMessage.UserIntent("ls"));
    stage.hears(session, FIRST, new PhoneMessage.SetManualMode(true));
    stage.hears(session, FIRST, device(DeviceAction.LOCK_SCREEN));

    // Then
    assertThat(stage.commands).isEmpty();
    assertThat(stage.device.asked()).isEmpty();
    assertThat(result(phone).errorCode()).contains("audit_unavailable");
    assertThat(result(phone).answer()).contains("The disk is full.");
    assertThat(stage.said(phone, HostMessage.ErrorReply.class))
        .extracting(HostMessage.ErrorReply::code)
        .containsExactly("audit_unavailable");
    assertThat(stage.counters.snapshot()).containsKey("audit.failed");

    // When it is mended, then all is as before
    stage.audit.mend();
    stage.hears(session, FIRST, new PhoneMessage.UserIntent("ls"));
    assertThat(stage.commands).hasSize(1);
  }

  @Test
  void shouldActOnTheDeviceAndTellTheState() {
    // When
    stage.hears(session, FIRST, device(DeviceAction.KEEP_AWAKE_ON));

    // Then
    assertThat(stage.device.asked()).containsExactly(DeviceAction.KEEP_AWAKE_ON);
    assertThat(stage.said(phone, HostMessage.DeviceControlResult.class))
        .containsExactly(new HostMessage.DeviceControlResult("keep_awake_on", true, "Done."));
    List<HostMessage.StateUpdate> states = stage.said(phone, HostMessage.StateUpdate.class);
    assertThat(states.get(states.size() - 1).keepHostAwake()).isTrue();
  }

  @Test
  void shouldSayWhatTheDesktopLacks() {
    // Given
    stage.device.lack("This desktop has no lock.");

    // When
    stage.hears(session, FIRST, device(DeviceAction.LOCK_SCREEN));

    // Then
    assertThat(stage.said(phone, HostMessage.DeviceControlResult.class))
        .containsExactly(
            new HostMessage.DeviceControlResult("lock_screen", false, "This desktop has no lock."));
  }

  private ConfirmationRequest asked() {
    stage.hears(session, FIRST, new PhoneMessage.UserIntent("touch notes"));
    return stage.said(phone, ConfirmationRequest.class).get(0);
  }

  private static PhoneMessage answer(RequestId request, boolean yes) {
    return new PhoneMessage.ConfirmationResponse(request, yes, Optional.empty());
  }

  private static PhoneMessage device(DeviceAction action) {
    return new PhoneMessage.DeviceControl(action.wireName(), Optional.of(action));
  }

  private List<ReceiptOutcome> receipts(RecordedPeer peer) {
    return stage.said(peer, ConfirmationReceipt.class).stream()
        .map(ConfirmationReceipt::outcome)
        .toList();
  }

  private HostMessage.AgentResult result(RecordedPeer peer) {
    List<HostMessage.AgentResult> results = stage.said(peer, HostMessage.AgentResult.class);
    return results.get(results.size() - 1);
  }
}
