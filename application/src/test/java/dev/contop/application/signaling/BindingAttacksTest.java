package dev.contop.application.signaling;

import static dev.contop.application.signaling.ProvingPhone.MINE;
import static dev.contop.application.signaling.ProvingPhone.RELAY;
import static dev.contop.application.signaling.ProvingPhone.unproven;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.binding.End;
import dev.contop.domain.binding.Nonce;
import dev.contop.domain.signaling.CloseCode;
import dev.contop.domain.signaling.FromPhone;
import dev.contop.domain.signaling.SessionDescription;
import dev.contop.domain.signaling.ToPhone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What somebody may try who stands between phone and host, or knows a device's name (T96). */
class BindingAttacksTest {

  private final SignalingStage stage = new SignalingStage();

  @Test
  void shouldRefuseAnOfferInWhichARelayPutItsOwnFingerprint() {
    // Given
    ProvingPhone phone = ProvingPhone.paired(stage, "phone");

    // When
    phone.line.received(ProvingPhone.offer(RELAY, phone.proof(End.PHONE, phone.nonce())));

    // Then
    assertRefused(phone, "wrong_proof");
  }

  @Test
  void shouldRefuseAnOfferThatARelayAddedItsFingerprintTo() {
    // Given
    ProvingPhone phone = ProvingPhone.paired(stage, "phone");
    FromPhone.Offer offer = phone.offer();
    String both = offer.description().sdp() + unproven(RELAY, Optional.empty()).description().sdp();

    // When
    phone.line.received(
        new FromPhone.Offer(
            new SessionDescription(both),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            offer.proof()));

    // Then
    assertRefused(phone, "two_fingerprints");
  }

  @Test
  void shouldRefuseAnOfferReplayedOnTheSameSocket() {
    // Given
    ProvingPhone phone = ProvingPhone.paired(stage, "phone");
    FromPhone.Offer offer = phone.offer();
    phone.line.received(offer);
    stage.newest().answers();

    // When
    phone.line.received(offer);

    // Then the peer of the real offer is not touched
    assertThat(phone.carrier.closed()).contains(CloseCode.UNAUTHORIZED);
    assertThat(stage.counted("signaling.unproven.wrong_proof")).isEqualTo(1);
    assertThat(stage.made).hasSize(1);
    assertThat(stage.newest().peer().offers).hasSize(1);
    assertThat(stage.newest().peer().closings).isZero();
  }

  @Test
  void shouldRefuseANonceThatIsUsedUpBeforeTheNextIsGiven() {
    // Given no answer yet, and so no further nonce
    ProvingPhone phone = ProvingPhone.paired(stage, "phone");
    FromPhone.Offer offer = phone.offer();
    phone.line.received(offer);

    // When
    phone.line.received(offer);

    // Then
    assertThat(phone.carrier.closed()).contains(CloseCode.UNAUTHORIZED);
    assertThat(stage.counted("signaling.unproven.no_nonce")).isEqualTo(1);
    assertThat(stage.newest().peer().offers).hasSize(1);
  }

  @Test
  void shouldRefuseAnOfferReplayedOnAnotherSocket() {
    // Given
    ProvingPhone phone = ProvingPhone.paired(stage, "phone");
    FromPhone.Offer offer = phone.offer();
    phone.line.received(offer);

    // When
    ProvingPhone relay = ProvingPhone.guessing(stage, "phone");
    relay.line.received(offer);

    // Then
    assertThat(relay.carrier.closed()).contains(CloseCode.UNAUTHORIZED);
    assertThat(phone.carrier.closed()).isEmpty();
    assertThat(stage.made).hasSize(1);
  }

  @Test
  void shouldRefuseAProofForTheNonceOfAnotherSocket() {
    // Given a relay that fetches a nonce for the phone to sign
    ProvingPhone phone = ProvingPhone.paired(stage, "phone");
    ProvingPhone relay = ProvingPhone.guessing(stage, "phone");

    // When it offers on a third
    ProvingPhone third = ProvingPhone.guessing(stage, "phone");
    third.line.received(ProvingPhone.offer(MINE, phone.proof(End.PHONE, relay.nonce())));

    // Then
    assertRefused(third, "wrong_proof");
  }

  @Test
  void shouldRefuseAnOfferStrippedOfItsProof() {
    // Given
    ProvingPhone phone = ProvingPhone.paired(stage, "phone");

    // When
    phone.line.received(unproven(MINE, Optional.empty()));

    // Then there is no falling back
    assertRefused(phone, "no_proof");
  }

  @Test
  void shouldRefuseARenegotiationStrippedOfItsProof() {
    // Given
    ProvingPhone phone = ProvingPhone.paired(stage, "phone");
    phone.line.received(phone.offer());
    stage.newest().answers();

    // When
    phone.line.received(unproven(RELAY, Optional.of(stage.newest().id().value())));

    // Then
    assertThat(phone.carrier.closed()).contains(CloseCode.UNAUTHORIZED);
    assertThat(stage.newest().peer().offers).hasSize(1);
    assertThat(stage.newest().peer().closings).isZero();
  }

  @Test
  void shouldRefuseTheHostsProofReflectedAsAPhones() {
    // Given
    ProvingPhone phone = ProvingPhone.paired(stage, "phone");

    // When
    phone.line.received(ProvingPhone.offer(MINE, phone.proof(End.HOST, phone.nonce())));

    // Then
    assertRefused(phone, "wrong_proof");
  }

  @Test
  void shouldSayTheSameToUnknownExpiredReplacedAndGuessedDevices() {
    // Given
    ProvingPhone expired = ProvingPhone.paired(stage, "old");
    stage.pairings.clock.advance(Duration.ofHours(5));
    ProvingPhone replaced = ProvingPhone.paired(stage, "phone");
    stage.pairings.paired("phone");
    ProvingPhone guessed = ProvingPhone.guessing(stage, "phone");
    ProvingPhone unknown = ProvingPhone.guessing(stage, "nobody");
    List<ProvingPhone> phones = List.of(expired, replaced, guessed, unknown);

    // When
    List<Integer> work = new ArrayList<>();
    for (ProvingPhone phone : phones) {
      FromPhone.Offer offer = phone.offer();
      int before = stage.hash.calls;
      phone.line.received(SignalingStage.candidate(1));
      phone.line.received(offer);
      phone.line.received(offer);
      work.add(stage.hash.calls - before);
    }

    // Then
    assertThat(phones)
        .allSatisfy(
            phone -> {
              assertThat(phone.carrier.sent()).hasSize(1);
              assertThat(phone.carrier.sent(ToPhone.Challenge.class)).hasSize(1);
              assertThat(phone.carrier.closed()).contains(CloseCode.UNAUTHORIZED);
              assertThat(phone.carrier.closings()).isEqualTo(1);
            });
    assertThat(work).containsOnly(2);
    assertThat(stage.made).isEmpty();
  }

  @Test
  void shouldNotLetARevokedPhoneCloseTheLineOfItsSuccessor() {
    // Given a phone that was paired anew, and the old secret
    ProvingPhone old = ProvingPhone.paired(stage, "phone");
    ProvingPhone successor = ProvingPhone.paired(stage, "phone");
    successor.line.received(successor.offer());

    // When
    old.line.received(old.offer());

    // Then
    assertThat(old.carrier.closed()).contains(CloseCode.UNAUTHORIZED);
    assertThat(successor.carrier.closed()).isEmpty();
    assertThat(stage.made).hasSize(1);
  }

  @Test
  void shouldSendAnAddressAwayAfterTooManyWrongProofs() {
    // When
    for (int i = 0; i < PhoneDoor.FAILURES; i++) {
      ProvingPhone guess = ProvingPhone.guessing(stage, "phone");
      guess.line.received(guess.offer());
    }

    // Then further ones hear so, and the phone itself comes in from the same address all the same
    ProvingPhone oneMore = ProvingPhone.guessing(stage, "phone");
    oneMore.line.received(oneMore.offer());
    assertThat(oneMore.carrier.closed()).contains(CloseCode.POLICY);
    assertThat(oneMore.carrier.isTrusted()).isFalse();
    ProvingPhone owner = ProvingPhone.paired(stage, "phone");
    assertThat(owner.carrier.isTrusted()).isFalse();
    owner.line.received(owner.offer());
    assertThat(owner.carrier.closed()).isEmpty();
    assertThat(owner.carrier.isTrusted()).isTrue();
  }

  @Test
  void shouldNeverGiveANonceTwice() {
    // When
    List<Nonce> nonces = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      nonces.add(ProvingPhone.guessing(stage, "phone").nonce());
    }

    // Then
    assertThat(nonces).doesNotHaveDuplicates();
  }

  private void assertRefused(ProvingPhone phone, String cause) {
    assertThat(phone.carrier.closed()).contains(CloseCode.UNAUTHORIZED);
    assertThat(phone.carrier.sent()).noneMatch(ToPhone.Answer.class::isInstance);
    assertThat(stage.counted("signaling.unproven." + cause)).isEqualTo(1);
    assertThat(stage.made).isEmpty();
  }
}
