package dev.contop.application.signaling;

import static dev.contop.application.signaling.SignalingStage.ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.pairing.CameFrom;
import dev.contop.domain.pairing.TokenUse;
import dev.contop.domain.signaling.CloseCode;
import dev.contop.domain.signaling.Introduction;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhoneDoorTest {

  private static final String WRONG = "w".repeat(43);

  private final SignalingStage stage = new SignalingStage();
  private final RecordingCarrier carrier = new RecordingCarrier();

  @Test
  void shouldLetAPairedPhoneIn() {
    // When
    stage.line("phone", carrier);

    // Then
    assertThat(carrier.closed()).isEmpty();
    assertThat(stage.made).isEmpty();
  }

  @Test
  void shouldGetReadyForAnOfferWithoutTellingWhetherItKnowsTheDevice() {
    // Given
    String device = stage.pairings.paired("phone").device().value();

    // When
    stage.door.accept(new Introduction.ByDevice(device), CameFrom.straight(ADDRESS), carrier);
    int known = stage.expected;
    stage.door.accept(
        new Introduction.ByDevice("phone-unknown"), CameFrom.straight(ADDRESS), carrier);
    int unknown = stage.expected - known;
    stage.door.accept(
        new Introduction.ByToken(WRONG), CameFrom.straight(ADDRESS), new RecordingCarrier());

    // Then T73, T96: and a wrong token causes nothing
    assertThat(known).isEqualTo(1);
    assertThat(unknown).isEqualTo(1);
    assertThat(stage.expected).isEqualTo(2);
  }

  @Test
  void shouldCloseWithTheSameCodeWhateverIsWrongWithTheToken() {
    // Given
    String expired = stage.pairings.paired("old").token().secret();
    stage.pairings.clock.advance(Duration.ofHours(5));
    String replaced = stage.pairings.paired("phone").token().secret();
    stage.pairings.paired("phone");

    // When
    List<Introduction> introductions =
        List.of(
            new Introduction.Unusable(),
            new Introduction.ByToken(""),
            new Introduction.ByToken(WRONG),
            new Introduction.ByToken(expired),
            new Introduction.ByToken(replaced));
    for (Introduction introduction : introductions) {
      RecordingCarrier refused = new RecordingCarrier();
      PhoneLine line = stage.door.accept(introduction, CameFrom.straight(ADDRESS), refused);
      line.received(SignalingStage.offer());
      line.received(SignalingStage.candidate(1));
      line.closed();

      // Then T2: and nothing that it says is heard
      assertThat(refused.closed()).contains(CloseCode.UNAUTHORIZED);
      assertThat(refused.sent()).isEmpty();
    }
    assertThat(stage.made).isEmpty();
    assertThat(stage.counted("signaling.unauthorized")).isEqualTo(5);
  }

  @Test
  void shouldSendWrongTokensOfAnAddressAwayAfterTooManyFailures() {
    // Given
    fail(PhoneDoor.FAILURES);

    // When
    RecordingCarrier same = new RecordingCarrier();
    stage.line(WRONG, ADDRESS, same);
    RecordingCarrier other = new RecordingCarrier();
    stage.line(WRONG, "192.0.2.78", other);

    // Then T2
    assertThat(same.closed()).contains(CloseCode.POLICY);
    assertThat(other.closed()).contains(CloseCode.UNAUTHORIZED);
    assertThat(stage.counted("signaling.sent_away")).isEqualTo(1);
  }

  @Test
  void shouldNeverKeepTheOwnerOutForWhatOthersDid() {
    // Given an address from which, and a world from which, nothing but failures come
    String token = stage.pairings.paired("phone").token().secret();
    fail(PhoneDoor.FAILURES + 50);
    for (int i = 0; i < 10_000; i++) {
      stage.line(WRONG, "10.1." + i / 256 + "." + i % 256, new RecordingCarrier());
    }

    // When
    RecordingCarrier elsewhere = new RecordingCarrier();
    stage.line(token, "192.0.2.78", elsewhere);
    stage.line(token, ADDRESS, carrier);

    // Then
    assertThat(elsewhere.closed()).contains(CloseCode.REPLACED);
    assertThat(carrier.closed()).isEmpty();
    assertThat(carrier.isTrusted()).isTrue();
  }

  @Test
  void shouldTrustNobodyButThePaired() {
    stage.line(WRONG, ADDRESS, carrier);

    assertThat(carrier.isTrusted()).isFalse();
  }

  @Test
  void shouldHearAnAddressAgainAfterAWhile() {
    // Given
    fail(PhoneDoor.FAILURES + 50);

    // When
    stage.sessions.clock.advance(PhoneDoor.FAILURE_EVERY);
    stage.line(WRONG, ADDRESS, carrier);

    // Then
    assertThat(carrier.closed()).contains(CloseCode.UNAUTHORIZED);
  }

  @Test
  void shouldCloseTheOlderLineOfTheSameDevice() {
    // Given
    String token = stage.pairings.paired("phone").token().secret();
    PhoneLine older = stage.line(token, ADDRESS, carrier);

    // When
    RecordingCarrier newer = new RecordingCarrier();
    stage.line(token, ADDRESS, newer);

    // Then T3
    assertThat(carrier.closed()).contains(CloseCode.REPLACED);
    assertThat(newer.closed()).isEmpty();
    older.received(SignalingStage.offer());
    assertThat(stage.made).isEmpty();
  }

  @Test
  void shouldLeaveLinesOfOtherDevicesAlone() {
    // When
    stage.line("phone", carrier);
    stage.line("tablet", new RecordingCarrier());

    // Then
    assertThat(carrier.closed()).isEmpty();
  }

  @Test
  void shouldNotCloseALineThatIsGoneAlready() {
    // Given
    String token = stage.pairings.paired("phone").token().secret();
    stage.line(token, ADDRESS, carrier).closed();

    // When
    stage.line(token, ADDRESS, new RecordingCarrier());

    // Then
    assertThat(carrier.closings()).isZero();
  }

  @Test
  void shouldNotForgetTheNewerLineWhenTheOlderOneIsGone() {
    // Given
    String token = stage.pairings.paired("phone").token().secret();
    PhoneLine older = stage.line(token, ADDRESS, new RecordingCarrier());
    stage.line(token, ADDRESS, carrier);

    // When
    older.closed();
    stage.line(token, ADDRESS, new RecordingCarrier());

    // Then T3
    assertThat(carrier.closed()).contains(CloseCode.REPLACED);
  }

  @Test
  void shouldRefuseATokenFromWhereItDoesNotCount() {
    // Given
    String token = stage.pairings.paired("phone").token().secret();

    // When
    for (TokenUse use : TokenUse.values()) {
      stage
          .door(use)
          .accept(new Introduction.ByToken(token), CameFrom.straight("198.51.100.7"), carrier);
      stage
          .door(use)
          .accept(new Introduction.ByToken(token), CameFrom.straight("192.168.1.7"), carrier);
    }

    // Then by lan once, by off both times, and right or wrong makes no difference
    assertThat(stage.counted("signaling.token_not_allowed")).isEqualTo(3);
    RecordingCarrier wrong = new RecordingCarrier();
    stage
        .door(TokenUse.OFF)
        .accept(new Introduction.ByToken(WRONG), CameFrom.straight("127.0.0.1"), wrong);
    assertThat(wrong.closed()).contains(CloseCode.UNAUTHORIZED);
    assertThat(stage.counted("signaling.token_not_allowed")).isEqualTo(4);
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      stage.line(WRONG, ADDRESS, new RecordingCarrier());
    }
  }
}
