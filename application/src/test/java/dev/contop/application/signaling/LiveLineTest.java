package dev.contop.application.signaling;

import static dev.contop.application.signaling.SignalingStage.candidate;
import static dev.contop.application.signaling.SignalingStage.ice;
import static dev.contop.application.signaling.SignalingStage.offer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.signaling.CloseCode;
import dev.contop.domain.signaling.FromPhone;
import dev.contop.domain.signaling.IceCandidate;
import dev.contop.domain.signaling.ToPhone;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveLineTest {

  private final SignalingStage stage = new SignalingStage();
  private final RecordingCarrier carrier = new RecordingCarrier();
  private final PhoneLine line = stage.line("phone", carrier);

  @Test
  void shouldKeepCandidatesThatComeBeforeTheOfferAndApplyThemInOrder() {
    // Given
    line.received(candidate(1));
    line.received(candidate(2));

    // When
    line.received(offer());
    line.received(candidate(3));
    line.received(new FromPhone.Candidate(IceCandidate.END));

    // Then T6
    assertThat(stage.newest().peer().candidates)
        .containsExactly(ice(1), ice(2), ice(3), IceCandidate.END);
  }

  @Test
  void shouldKeepABoundedNumberOfEarlyCandidates() {
    // When
    for (int i = 0; i < 1000; i++) {
      line.received(candidate(i));
    }
    line.received(offer());

    // Then T17
    assertThat(stage.newest().peer().candidates)
        .containsExactlyElementsOf(
            IntStream.range(0, LiveLine.EARLY_CANDIDATES).mapToObj(SignalingStage::ice).toList());
    assertThat(stage.counted("signaling.ignored.early_candidate"))
        .isEqualTo(1000 - LiveLine.EARLY_CANDIDATES);
  }

  @Test
  void shouldAnswerWhatIsMalformedOnceAndClose() {
    // When
    line.received(new FromPhone.Malformed("bad_json", "This is not JSON."));
    line.received(new FromPhone.Malformed("bad_json", "This is not JSON."));
    line.received(offer());

    // Then T11
    assertThat(carrier.sent())
        .containsExactly(new ToPhone.Refused("bad_json", "This is not JSON."));
    assertThat(carrier.closed()).contains(CloseCode.BAD_MESSAGE);
    assertThat(carrier.closings()).isEqualTo(1);
    assertThat(stage.made).isEmpty();
  }

  @Test
  void shouldIgnoreAndCountWhatItDoesNotKnow() {
    // When
    line.received(new FromPhone.Ignored("answer"));
    line.received(new FromPhone.Ignored("unknown_type"));
    line.received(new FromPhone.DeviceLocation("somewhere"));

    // Then T4
    assertThat(carrier.closed()).isEmpty();
    assertThat(carrier.sent()).isEmpty();
    assertThat(stage.counted("signaling.ignored.answer")).isEqualTo(1);
    assertThat(stage.counted("signaling.ignored.unknown_type")).isEqualTo(1);
  }

  @Test
  void shouldLimitOffers() {
    // When
    for (int i = 0; i < 6; i++) {
      line.received(offer());
    }
    assertThat(carrier.closed()).isEmpty();
    line.received(offer());

    // Then
    assertThat(stage.made).hasSize(6);
    assertThat(carrier.closed()).contains(CloseCode.POLICY);
  }

  @Test
  void shouldTakeMoreOffersAsTimePasses() {
    // When
    for (int i = 0; i < 50; i++) {
      line.received(offer());
      stage.sessions.clock.advance(Duration.ofSeconds(2));
    }

    // Then
    assertThat(stage.made).hasSize(50);
    assertThat(carrier.closed()).isEmpty();
  }

  @Test
  void shouldNotTakeAnOfferAfterThePairingHasExpired() {
    // Given
    stage.pairings.clock.advance(Duration.ofHours(5));

    // When
    line.received(offer());

    // Then T2
    assertThat(carrier.closed()).contains(CloseCode.UNAUTHORIZED);
    assertThat(stage.made).isEmpty();
  }

  @Test
  void shouldNotTakeAnOfferAfterTheDeviceWasPairedAgain() {
    // Given
    stage.pairings.paired("phone");

    // When
    line.received(offer());

    // Then T91
    assertThat(carrier.closed()).contains(CloseCode.UNAUTHORIZED);
    assertThat(stage.made).isEmpty();
  }

  @Test
  void shouldNotWriteToACarrierThatIsGone() {
    // Given
    line.received(offer());
    line.closed();

    // When
    stage.newest().observer().gathered(ice(1));
    stage.newest().observer().refused("no");

    // Then
    assertThat(carrier.sent()).isEmpty();
    assertThat(carrier.closings()).isZero();
  }
}
