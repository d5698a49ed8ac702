package dev.contop.domain.binding;

import static dev.contop.domain.binding.BindingFixture.DEVICE;
import static dev.contop.domain.binding.BindingFixture.HOST;
import static dev.contop.domain.binding.BindingFixture.HOST_PROOF;
import static dev.contop.domain.binding.BindingFixture.KEY;
import static dev.contop.domain.binding.BindingFixture.NEXT;
import static dev.contop.domain.binding.BindingFixture.NONCE;
import static dev.contop.domain.binding.BindingFixture.PHONE;
import static dev.contop.domain.binding.BindingFixture.PHONE_PROOF;
import static dev.contop.domain.binding.BindingFixture.RELAY;
import static dev.contop.domain.binding.BindingFixture.sdp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.binding.Binding.Verdict;
import dev.contop.domain.pairing.TokenKey;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a phone, and whoever stands between it and the host, may try (T96). */
class BindingTest {

  private final JavaHmac hash = new JavaHmac();
  private final Binding binding = new Binding(DEVICE, KEY, HOST);

  @Test
  void shouldTakeAProofAndAnswerWithTheHosts() {
    assertThat(judged(NONCE, sdp(PHONE), PHONE_PROOF)).isEqualTo(new Verdict.Proven(HOST_PROOF));
  }

  @Test
  void shouldRefuseAnOfferWhoseFingerprintARelayExchanged() {
    assertThat(judged(NONCE, sdp(RELAY), PHONE_PROOF)).isEqualTo(unproven("wrong_proof"));
  }

  @Test
  void shouldRefuseAPhoneThatWasToldOfAnotherHost() {
    // Given a relay that showed the phone a code of its own, with its own fingerprint in it
    Proof forTheRelay = new Transcript(NONCE, DEVICE, PHONE, RELAY).proof(End.PHONE, KEY, hash);

    // Then
    assertThat(judged(NONCE, sdp(PHONE), forTheRelay)).isEqualTo(unproven("wrong_proof"));
  }

  @Test
  void shouldRefuseAProofForAnotherNonce() {
    assertThat(judged(NEXT, sdp(PHONE), PHONE_PROOF)).isEqualTo(unproven("wrong_proof"));
  }

  @Test
  void shouldRefuseItsOwnProofReflected() {
    assertThat(judged(NONCE, sdp(PHONE), HOST_PROOF)).isEqualTo(unproven("wrong_proof"));
  }

  @Test
  void shouldRefuseAnOfferWithoutAProof() {
    assertThat(binding.judge(NONCE, sdp(PHONE), Optional.empty(), hash))
        .isEqualTo(unproven("no_proof"));
  }

  @Test
  void shouldRefuseAnOfferOfNoOrOfTwoCertificates() {
    assertThat(judged(NONCE, sdp(), PHONE_PROOF)).isEqualTo(unproven("no_fingerprint"));
    assertThat(judged(NONCE, sdp(PHONE) + sdp(RELAY), PHONE_PROOF))
        .isEqualTo(unproven("two_fingerprints"));
  }

  @Test
  void shouldDoTheSameWorkForAKeyThatNobodyHas() {
    // Given
    Binding decoy = new Binding(DEVICE, new TokenKey(new byte[32]), HOST);

    // When
    judged(NONCE, sdp(PHONE), PHONE_PROOF);
    int known = hash.calls;
    Verdict verdict = decoy.judge(NONCE, sdp(PHONE), Optional.of(PHONE_PROOF), hash);

    // Then
    assertThat(verdict).isEqualTo(unproven("wrong_proof"));
    assertThat(hash.calls - known).isEqualTo(known);
  }

  private Verdict judged(Nonce nonce, String sdp, Proof proof) {
    return binding.judge(nonce, sdp, Optional.of(proof), hash);
  }

  private static Verdict unproven(String cause) {
    return new Verdict.Unproven(cause);
  }
}
