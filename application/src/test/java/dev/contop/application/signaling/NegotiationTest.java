package dev.contop.application.signaling;

import static dev.contop.application.signaling.SignalingStage.ANSWER;
import static dev.contop.application.signaling.SignalingStage.OFFER;
import static dev.contop.application.signaling.SignalingStage.candidate;
import static dev.contop.application.signaling.SignalingStage.ice;
import static dev.contop.application.signaling.SignalingStage.offer;
import static dev.contop.application.signaling.SignalingStage.restart;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.session.OpenSession;
import dev.contop.application.session.SessionStage;
import dev.contop.application.signaling.SignalingStage.Made;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.envelope.Resume;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.session.Connectivity;
import dev.contop.domain.session.PeerId;
import dev.contop.domain.signaling.CloseCode;
import dev.contop.domain.signaling.FromPhone;
import dev.contop.domain.signaling.ToPhone;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationTest {

  private final SignalingStage stage = new SignalingStage();
  private final RecordingCarrier carrier = new RecordingCarrier();

  @Test
  void shouldAnswerAnOfferAndNameThePeer() {
    // Given
    stage.line("phone", carrier).received(offer());
    Made peer = stage.newest();
    assertThat(peer.peer().offers).containsExactly(OFFER);

    // When
    peer.answers();
    peer.observer().gathered(ice(1));

    // Then T5, T6
    assertThat(carrier.sent())
        .containsExactly(
            new ToPhone.Answer(ANSWER, peer.id().value()), new ToPhone.Candidate(ice(1)));
  }

  @Test
  void shouldCarryMessagesBothWays() {
    // Given
    stage.connected("phone", carrier);
    Made peer = stage.newest();

    // When
    peer.observer()
        .received(
            ChannelLabel.RELIABLE,
            stage.sessions.wire.bytesOf(new PhoneMessage.UserIntent("uptime")));
    peer.observer().dropped(ChannelLabel.RELIABLE, Refusal.TOO_LARGE);
    peer.observer().written(1);
    stage.sessions.pool.runAll();

    // Then
    assertThat(stage.sessions.commands).hasSize(1);
    assertThat(stage.sessions.said(peer.peer(), HostMessage.StateUpdate.class)).isNotEmpty();
    assertThat(stage.sessions.said(peer.peer(), HostMessage.ErrorReply.class))
        .extracting(HostMessage.ErrorReply::code)
        .containsExactly("too_large");
  }

  @Test
  void shouldTakeUpWhereAPhoneStands() {
    // Given a phone that resumes, and was told something that it has not acknowledged
    PhoneLine line = stage.line("phone", carrier);
    line.received(resuming(0));
    stage.newest().answers();
    stage.newest().observer().channelOpened(ChannelLabel.RELIABLE);
    stage
        .newest()
        .observer()
        .received(
            ChannelLabel.RELIABLE,
            stage.sessions.wire.bytesOf(new PhoneMessage.SetManualMode(true)));
    stage.sessions.pool.runAll();

    // When it comes back twice: without having seen it, and with
    List<Long> again = numbersOfAnotherPeer(0);
    List<Long> nothing = numbersOfAnotherPeer(1);

    // Then T42
    assertThat(again).containsExactly(1L);
    assertThat(nothing).isEmpty();
  }

  private List<Long> numbersOfAnotherPeer(long lastSeq) {
    stage.again("phone", new RecordingCarrier()).received(resuming(lastSeq));
    stage.newest().answers();
    stage.newest().observer().channelOpened(ChannelLabel.RELIABLE);
    stage.sessions.pool.runAll();
    return stage.newest().peer().sent.stream()
        .map(bytes -> stage.sessions.wire.meaningOf(bytes).seq())
        .filter(OptionalLong::isPresent)
        .map(OptionalLong::getAsLong)
        .toList();
  }

  private static FromPhone.Offer resuming(long lastSeq) {
    return new FromPhone.Offer(
        OFFER,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.of(new Resume(lastSeq)));
  }

  @Test
  void shouldMakeANewPeerThatReplacesTheOldOneOnceItHasAnswered() {
    // Given
    stage.connected("phone", carrier);
    Made first = stage.newest();

    // When
    PhoneLine line = stage.again("phone", new RecordingCarrier());
    line.received(offer());
    stage.sessions.pool.runAll();
    assertThat(first.peer().closings).isZero();
    stage.newest().answers();
    stage.sessions.pool.runAll();

    // Then T10, T33
    assertThat(stage.made).hasSize(2);
    assertThat(first.peer().closings).isEqualTo(1);
    assertThat(stage.newest().id()).isNotEqualTo(first.id());
  }

  @Test
  void shouldRenegotiateTheLivePeerThatTheOfferNames() {
    // Given
    PhoneLine line = stage.connected("phone", carrier);
    Made peer = stage.newest();

    // When
    line.received(restart(peer.id()));
    peer.answers();
    stage.sessions.pool.runAll();

    // Then T10: no second peer, and the session does not notice
    assertThat(stage.made).hasSize(1);
    assertThat(peer.peer().offers).hasSize(2);
    assertThat(peer.peer().closings).isZero();
    assertThat(carrier.sent(ToPhone.Answer.class)).hasSize(2);
  }

  @Test
  void shouldAnswerARenegotiationOverTheLineThatItCameOver() {
    // Given
    stage.connected("phone", carrier);
    Made peer = stage.newest();

    // When
    RecordingCarrier later = new RecordingCarrier();
    PhoneLine line = stage.again("phone", later);
    line.received(restart(peer.id()));
    line.received(candidate(5));
    peer.answers();

    // Then T10
    assertThat(later.sent()).containsExactly(new ToPhone.Answer(ANSWER, peer.id().value()));
    assertThat(peer.peer().candidates).containsExactly(ice(5));
  }

  @Test
  void shouldMakeANewPeerWhenTheNamedOneIsUnknownGoneOrAnotherDevices() {
    // Given
    stage.connected("tablet", new RecordingCarrier());
    Made foreign = stage.newest();
    stage.connected("phone", carrier);
    Made gone = stage.newest();
    gone.observer().gone();
    stage.sessions.pool.runAll();
    PhoneLine line = stage.again("phone", carrier);

    // When
    line.received(restart(foreign.id()));
    line.received(restart(gone.id()));
    line.received(restart(new PeerId("nobody")));

    // Then T10
    assertThat(stage.made).hasSize(5);
    assertThat(foreign.peer().offers).hasSize(1);
    assertThat(gone.peer().offers).hasSize(1);
  }

  @Test
  void shouldLeaveTheOldPeerUndisturbedWhenTheLineClosesBeforeTheAnswerLeaves() {
    // Given
    stage.connected("phone", carrier);
    Made first = stage.newest();
    PhoneLine line = stage.again("phone", new RecordingCarrier());
    line.received(offer());
    Made second = stage.newest();

    // When
    line.closed();
    second.answers();
    stage.sessions.pool.runAll();

    // Then T9
    assertThat(first.peer().closings).isZero();
    assertThat(second.peer().closings).isEqualTo(1);
    assertThat(session().peer(first.id())).isPresent();
    assertThat(session().peer(second.id())).isEmpty();
  }

  @Test
  void shouldNotDisturbThePeerWhenItsLineCloses() {
    // Given
    PhoneLine line = stage.connected("phone", carrier);

    // When
    line.closed();
    stage.sessions.pool.runAll();
    stage.newest().observer().gathered(ice(9));

    // Then T9
    assertThat(stage.newest().peer().closings).isZero();
  }

  @Test
  void shouldCloseTheLineTenSecondsAfterTheChannelOpened() {
    // Given
    stage.connected("phone", carrier);

    // When
    stage.sessions.pass(Duration.ofSeconds(10));

    // Then T9
    assertThat(carrier.closed()).contains(CloseCode.NORMAL);
    assertThat(stage.newest().peer().closings).isZero();
  }

  @Test
  void shouldTellThePhoneThatItsOfferWasRefusedAndCloseTheNewPeer() {
    // Given
    stage.line("phone", carrier).received(offer());

    // When
    stage.newest().observer().refused("The offer could not be read.");

    // Then T11
    assertThat(carrier.sent())
        .containsExactly(new ToPhone.Refused("bad_offer", "The offer could not be read."));
    assertThat(carrier.closed()).contains(CloseCode.BAD_MESSAGE);
    assertThat(stage.newest().peer().closings).isEqualTo(1);
    assertThat(session().peer(stage.newest().id())).isEmpty();
  }

  @Test
  void shouldKeepThePeerWhoseRenegotiationWasRefused() {
    // Given
    PhoneLine line = stage.connected("phone", carrier);
    Made peer = stage.newest();
    line.received(restart(peer.id()));

    // When
    peer.observer().refused("The offer could not be read.");
    stage.sessions.pool.runAll();

    // Then T11
    assertThat(carrier.closed()).contains(CloseCode.BAD_MESSAGE);
    assertThat(peer.peer().closings).isZero();
    assertThat(session().peer(peer.id())).isPresent();
  }

  @Test
  void shouldTellThePhoneOfAPeerThatFailsWhileItIsBeingMade() {
    // Given
    stage.whileMaking = () -> stage.newest().observer().refused("No more peers can be made.");

    // When
    stage.line("phone", carrier).received(offer());

    // Then T11
    assertThat(carrier.sent())
        .containsExactly(new ToPhone.Refused("bad_offer", "No more peers can be made."));
  }

  @Test
  void shouldKeepNothingOfAPeerThatIsGoneBeforeItIsMade() {
    // Given
    stage.whileMaking = () -> stage.newest().observer().gone();

    // When
    stage.line("phone", carrier).received(offer());

    // Then
    assertThat(session().peer(stage.newest().id())).isEmpty();
  }

  @Test
  void shouldTellTheSessionOfDoubtAndLoss() {
    // Given
    stage.connected("phone", carrier);
    Made peer = stage.newest();

    // When
    peer.observer().connectivityChanged(Connectivity.DISCONNECTED);
    peer.observer().channelClosed(ChannelLabel.RELIABLE);
    stage.sessions.pool.runAll();

    // Then T30
    assertThat(peer.peer().closings).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "PERMANENT,false,PERMANENT",
    "PERMANENT,true,TEMPORARY",
    "TEMPORARY,false,TEMPORARY",
    "TEMPORARY,true,TEMPORARY"
  })
  void shouldLetAnOfferDowngradeThePairingAndNothingUpgradeIt(
      ConnectionType paired, boolean temporary, ConnectionType told) {
    // When
    stage.offered(
        paired,
        new FromPhone.Offer(
            OFFER, Optional.empty(), Optional.empty(), temporary, Optional.empty()));
    stage.newest().answers();
    stage.newest().observer().channelOpened(ChannelLabel.RELIABLE);
    stage.sessions.pool.runAll();

    // Then T4
    assertThat(stage.sessions.said(stage.newest().peer(), HostMessage.StateUpdate.class))
        .singleElement()
        .satisfies(state -> assertThat(state.connection()).isEqualTo(told));
  }

  private OpenSession session() {
    return stage.sessions.sessions.find(SessionStage.DEVICE).orElseThrow();
  }
}
