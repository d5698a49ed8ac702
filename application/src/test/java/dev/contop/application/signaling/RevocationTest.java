package dev.contop.application.signaling;

import static dev.contop.application.session.SessionStage.DEVICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.pairing.AuditedRevocation;
import dev.contop.application.pairing.RevokeDevice;
import dev.contop.application.session.OpenSession;
import dev.contop.application.session.SessionStage;
import dev.contop.application.signaling.SignalingStage.Made;
import dev.contop.domain.audit.About;
import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.Resume;
import dev.contop.domain.notice.Notice;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.DeviceStatus;
import dev.contop.domain.pairing.Role;
import dev.contop.domain.session.PeerId;
import dev.contop.domain.signaling.CloseCode;
import dev.contop.domain.signaling.FromPhone;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * T91, T92: whoever is revoked or expires is out in the same moment, whatever goes on, and nothing
 * of it works again. Time stands still here, so "at once" means before any of it passes.
 */
@Timeout(20)
class RevocationTest {

  private static final String PHONE = DEVICE.value();

  private final SignalingStage stage = new SignalingStage();
  private final SessionStage sessions = stage.sessions;
  private final RecordingCarrier carrier = new RecordingCarrier();
  private final AuditedRevocation revoking =
      new AuditedRevocation(stage.pairings.register, stage.pairings.audit);

  /** The ways to lose a pairing. */
  enum Way {
    REVOKED("revoked"),
    EXPIRED("pairing_expired"),
    PAIRED_AGAIN("repaired");

    private final String told;

    Way(String told) {
      this.told = told;
    }
  }

  private void lose(Way way) {
    switch (way) {
      case REVOKED ->
          assertThat(revoking.revoke(DEVICE))
              .isEqualTo(new RevokeDevice.Outcome.Revoked(Optional.empty()));
      case EXPIRED -> stage.pairings.pass(Duration.ofHours(4).plusMillis(1));
      case PAIRED_AGAIN -> stage.pairings.paired(PHONE);
    }
    sessions.pool.runAll();
  }

  private OpenSession session() {
    return sessions.sessions.find(DEVICE).orElseThrow();
  }

  private void hears(PhoneMessage message) {
    sessions.hears(session(), stage.newest().id(), message);
  }

  private List<HostMessage> said(Made peer) {
    return sessions.said(peer.peer());
  }

  private void assertOut(Made peer, Way way) {
    assertThat(peer.peer().closings).isEqualTo(1);
    assertThat(said(peer))
        .last()
        .isInstanceOfSatisfying(
            HostMessage.SessionEnded.class,
            ended -> assertThat(ended.reason()).isEqualTo(way.told));
    assertThat(carrier.closed()).contains(CloseCode.UNAUTHORIZED);
  }

  @ParameterizedTest
  @EnumSource
  void shouldCloseWhatOnlyWatches(Way way) {
    // Given
    stage.connected(PHONE, carrier);

    // When
    lose(way);

    // Then
    assertOut(stage.newest(), way);
    assertThat(sessions.sessions.find(DEVICE)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void shouldKillWhatRuns(Way way) {
    // Given
    stage.connected(PHONE, carrier);
    hears(new PhoneMessage.UserIntent("sleep 9"));
    assertThat(sessions.commands).hasSize(1);

    // When
    lose(way);

    // Then
    assertOut(stage.newest(), way);
    assertThat(sessions.commands.get(0).kills).isEqualTo(1);

    // When the last process is gone
    sessions.commands.get(0).observer.ended(137, Duration.ofMillis(9), false, 0);
    sessions.pool.runAll();

    // Then
    assertThat(sessions.sessions.find(DEVICE)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void shouldDropWhatIsAsked(Way way) {
    // Given
    stage.connected(PHONE, carrier);
    hears(new PhoneMessage.UserIntent("touch x"));
    OpenSession session = session();
    PeerId peer = stage.newest().id();
    HostMessage.ConfirmationRequest question =
        sessions.said(stage.newest().peer(), HostMessage.ConfirmationRequest.class).get(0);

    // When
    lose(way);
    session.received(
        peer,
        ChannelLabel.RELIABLE,
        sessions.wire.bytesOf(
            new PhoneMessage.ConfirmationResponse(question.request(), true, Optional.empty())));
    sessions.pool.runAll();

    // Then
    assertOut(stage.newest(), way);
    assertThat(sessions.commands).isEmpty();
    assertThat(sessions.audit.entries())
        .anyMatch(
            entry ->
                entry instanceof AuditEntry.ConfirmationAnswered answered
                    && answered.cause().equals("session_ended"));
  }

  @ParameterizedTest
  @EnumSource
  void shouldLetNothingOfItWorkAgain(Way way) {
    // Given a phone with messages that it has not acknowledged
    PhoneMessage intent = new PhoneMessage.UserIntent("sleep 9");
    stage.connected(PHONE, carrier).received(offerResuming());
    OpenSession session = session();
    PeerId peer = stage.newest().id();
    lose(way);
    int made = stage.made.size();
    int started = sessions.commands.size();

    // When it goes on talking, negotiates anew, and comes back with the same token to resume
    session.received(peer, ChannelLabel.RELIABLE, sessions.wire.bytesOf(intent));
    sessions.pool.runAll();
    RecordingCarrier again = new RecordingCarrier();
    stage.again(PHONE, again).received(offerResuming());
    sessions.pool.runAll();

    // Then
    assertThat(again.closed()).contains(CloseCode.UNAUTHORIZED);
    assertThat(stage.made).hasSize(made);
    assertThat(sessions.commands).hasSize(started);
    assertThat(sessions.sessions.find(DEVICE)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void shouldRefuseAnOfferOverALineThatWasOpen(Way way) {
    // Given a line over which no offer has come yet
    PhoneLine line = stage.line(PHONE, carrier);

    // When
    lose(way);
    line.received(SignalingStage.offer());

    // Then
    assertThat(carrier.closed()).contains(CloseCode.UNAUTHORIZED);
    assertThat(stage.made).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void shouldCloseAPeerThatIsStillBeingMade(Way way) {
    // Given an offer that is not answered yet
    stage.line(PHONE, carrier).received(SignalingStage.offer());

    // When
    lose(way);
    stage.newest().answers();
    sessions.pool.runAll();

    // Then
    assertThat(stage.newest().peer().closings).isEqualTo(1);
    assertThat(carrier.sent()).isEmpty();
    assertThat(sessions.sessions.find(DEVICE)).isEmpty();
  }

  @Test
  void shouldCloseAPeerThatIsMadeInTheVeryMomentOfRevocation() {
    // Given a revocation that falls between the look at the pairing and the new peer
    PhoneLine line = stage.line(PHONE, carrier);
    stage.whileMaking = () -> lose(Way.REVOKED);

    // When
    line.received(SignalingStage.offer());
    stage.newest().answers();
    sessions.pool.runAll();

    // Then
    assertThat(stage.newest().peer().closings).isEqualTo(1);
    assertThat(carrier.sent()).isEmpty();
  }

  @Test
  void shouldLeaveOthersAlone() {
    // Given
    RecordingCarrier other = new RecordingCarrier();
    stage.connected("other", other);
    Made others = stage.newest();
    stage.connected(PHONE, carrier);

    // When
    lose(Way.REVOKED);

    // Then
    assertThat(others.peer().closings).isZero();
    assertThat(other.closed()).isEmpty();
  }

  @Test
  void shouldWriteDownWhoWasRevoked() {
    // Given
    stage.connected(PHONE, carrier);

    // When
    lose(Way.REVOKED);

    // Then T55
    assertThat(stage.pairings.audit.written())
        .anyMatch(
            kept ->
                kept.entry() instanceof AuditEntry.Revoked
                    && kept.about().equals(About.device(DEVICE)));
  }

  @Test
  void shouldShowWhoIsHere() {
    // Given
    ListingDevices listing = new ListingDevices(stage.pairings.register, sessions.sessions);
    stage.connected(PHONE, carrier);
    stage.pairings.paired("other");

    // Then T8
    assertThat(listing.list()).extracting(DeviceStatus::connected).containsExactly(true, false);
    DeviceStatus phone = listing.list().get(0);
    assertThat(phone.device().seen().orElseThrow().address()).contains(SignalingStage.ADDRESS);

    // When the connection goes
    stage.pairings.clock.advance(Duration.ofMinutes(3));
    stage.newest().observer().gone();
    sessions.pool.runAll();

    // Then
    DeviceStatus after = listing.list().get(0);
    assertThat(after.connected()).isFalse();
    assertThat(after.device().seen().orElseThrow().at()).isEqualTo(stage.pairings.clock.now());
  }

  @Test
  void shouldKeepWhatThePhoneSaysOfItself() {
    // Given
    FromPhone.Offer offer =
        new FromPhone.Offer(
            SignalingStage.OFFER,
            Optional.of("Ada's phone"),
            Optional.of("Paris"),
            false,
            Optional.empty());
    PhoneLine line = stage.line(PHONE, carrier);

    // When it says where it is before and after its offer
    line.received(new FromPhone.DeviceLocation("Nowhere"));
    line.received(offer);

    // Then T4, T8
    assertThat(stage.pairings.register.find(DEVICE).orElseThrow().location()).contains("Paris");
    line.received(new FromPhone.DeviceLocation("Rome"));
    assertThat(stage.pairings.register.find(DEVICE).orElseThrow().location()).contains("Rome");
    assertThat(stage.pairings.register.find(DEVICE).orElseThrow().name()).contains("Ada's phone");
  }

  @Test
  void shouldTellTheOwnerWhoComesAndWhoIsRefused() {
    // When
    stage.connected(PHONE, carrier);
    for (int i = 0; i < 20; i++) {
      stage.line("x".repeat(43), "192.0.2.66", new RecordingCarrier());
    }

    // Then
    assertThat(stage.notices)
        .containsExactly(
            new Notice.PhoneConnected(DEVICE, Role.CONTROL),
            new Notice.RefusedRepeatedly("192.0.2.66"));
  }

  @Test
  void shouldGiveASessionTheRoleOfItsPairing() {
    // Given
    String token =
        stage.pairings.paired(PHONE, ConnectionType.PERMANENT, Role.VIEW).token().secret();
    stage.line(token, SignalingStage.ADDRESS, carrier).received(SignalingStage.offer());
    stage.newest().answers();
    stage.newest().observer().channelOpened(ChannelLabel.RELIABLE);
    sessions.pool.runAll();

    // When
    hears(new PhoneMessage.UserIntent("ls"));

    // Then T95
    assertThat(sessions.commands).isEmpty();
    assertThat(sessions.said(stage.newest().peer(), HostMessage.ErrorReply.class))
        .singleElement()
        .satisfies(error -> assertThat(error.code()).isEqualTo("forbidden"));
  }

  private static FromPhone.Offer offerResuming() {
    return new FromPhone.Offer(
        SignalingStage.OFFER,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.of(new Resume(0)));
  }
}
