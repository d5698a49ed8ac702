package dev.contop.application.signaling;

import static dev.contop.application.signaling.SignalingStage.ADDRESS;
import static dev.contop.application.signaling.SignalingStage.candidate;
import static dev.contop.application.signaling.SignalingStage.ice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.binding.End;
import dev.contop.domain.binding.Nonce;
import dev.contop.domain.pairing.CameFrom;
import dev.contop.domain.pairing.TokenUse;
import dev.contop.domain.signaling.CloseCode;
import dev.contop.domain.signaling.FromPhone;
import dev.contop.domain.signaling.IceServer;
import dev.contop.domain.signaling.Introduction;
import dev.contop.domain.signaling.SharedIceServer;
import dev.contop.domain.signaling.ToPhone;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a phone that proves itself gets (T96). */
class ChallengedLineTest {

  private final SignalingStage stage = new SignalingStage();

  @Test
  void shouldChallengeFirstAndOpenNothing() {
    // When
    ProvingPhone phone = ProvingPhone.paired(stage, "phone");

    // Then
    assertThat(phone.carrier.sent())
        .containsExactly(new ToPhone.Challenge(stage.nonces.get(0), List.of()));
    assertThat(stage.made).isEmpty();
  }

  @Test
  void shouldAnswerAProvenOfferWithItsOwnProof() {
    // Given
    ProvingPhone phone = ProvingPhone.paired(stage, "phone");
    Nonce nonce = phone.nonce();

    // When
    phone.line.received(phone.offer());
    stage.newest().answers();

    // Then
    assertThat(stage.newest().peer().offers).hasSize(1);
    ToPhone.Answer answer = phone.carrier.sent(ToPhone.Answer.class).get(0);
    assertThat(answer.proven().orElseThrow().proof()).isEqualTo(phone.proof(End.HOST, nonce));
    assertThat(answer.proven().orElseThrow().next()).isNotEqualTo(nonce);
  }

  @Test
  void shouldRenegotiateWithTheNonceOfTheAnswer() {
    // Given T10
    ProvingPhone phone = ProvingPhone.paired(stage, "phone");
    phone.line.received(phone.offer());
    stage.newest().answers();
    Nonce second = phone.nonce();

    // When
    Optional<String> peer = Optional.of(stage.newest().id().value());
    phone.line.received(
        ProvingPhone.unproven(ProvingPhone.MINE, peer).with(phone.proof(End.PHONE, second)));
    stage.newest().answers();

    // Then
    assertThat(stage.made).hasSize(1);
    assertThat(stage.newest().peer().offers).hasSize(2);
    assertThat(phone.carrier.sent(ToPhone.Answer.class))
        .last()
        .satisfies(
            answer ->
                assertThat(answer.proven().orElseThrow().proof())
                    .isEqualTo(phone.proof(End.HOST, second)));
    assertThat(stage.nonces).doesNotHaveDuplicates().hasSize(3);
  }

  @Test
  void shouldKeepABoundedNumberOfCandidatesUntilTheOfferIsProven() {
    // Given
    ProvingPhone phone = ProvingPhone.paired(stage, "phone");
    for (int i = 0; i < LiveLine.EARLY_CANDIDATES + 5; i++) {
      phone.line.received(candidate(i));
    }
    assertThat(stage.made).isEmpty();

    // When
    phone.line.received(phone.offer());
    phone.line.received(candidate(1000));

    // Then in order
    assertThat(stage.newest().peer().candidates)
        .hasSize(LiveLine.EARLY_CANDIDATES + 1)
        .startsWith(ice(0), ice(1))
        .endsWith(ice(1000));
    assertThat(stage.counted("signaling.ignored.early_candidate")).isEqualTo(5);
  }

  @Test
  void shouldCloseTheOlderLineOnlyWhenTheNewerIsProven() {
    // Given T3
    ProvingPhone older = ProvingPhone.paired(stage, "phone");
    older.line.received(older.offer());

    // When
    ProvingPhone newer = ProvingPhone.again(stage, "phone");
    boolean undisturbed = older.carrier.closed().isEmpty();
    newer.line.received(newer.offer());

    // Then whoever knows the device's name alone cannot close its line
    assertThat(undisturbed).isTrue();
    assertThat(older.carrier.closed()).contains(CloseCode.REPLACED);
    assertThat(newer.carrier.closed()).isEmpty();
  }

  @Test
  void shouldNotWaitForeverForAnOffer() {
    // Given
    ProvingPhone silent = ProvingPhone.paired(stage, "phone");
    ProvingPhone quick = ProvingPhone.paired(stage, "tablet");
    quick.line.received(quick.offer());

    // When
    stage.sessions.schedule.pass(SignalingStage.PROVE_WITHIN);
    silent.line.received(silent.offer());

    // Then
    assertThat(silent.carrier.closed()).contains(CloseCode.POLICY);
    assertThat(quick.carrier.closed()).isEmpty();
    assertThat(stage.made).hasSize(1);
  }

  @Test
  void shouldForgetItsDeadlineWhenTheLineCloses() {
    // Given
    int before = stage.sessions.schedule.waiting();
    ProvingPhone phone = ProvingPhone.paired(stage, "phone");

    // When
    phone.line.closed();

    // Then
    assertThat(stage.sessions.schedule.waiting()).isEqualTo(before);
    phone.line.received(phone.offer());
    assertThat(stage.made).isEmpty();
  }

  @Test
  void shouldAnswerWhatItCannotReadAndIgnoreTheRest() {
    // Given
    ProvingPhone phone = ProvingPhone.paired(stage, "phone");

    // When
    phone.line.received(new FromPhone.Ignored("unknown_type"));
    phone.line.received(new FromPhone.DeviceLocation("Paris"));
    boolean open = phone.carrier.closed().isEmpty();
    phone.line.received(new FromPhone.Malformed("malformed", "It is not JSON."));

    // Then T11
    assertThat(open).isTrue();
    assertThat(phone.carrier.sent(ToPhone.Refused.class))
        .containsExactly(new ToPhone.Refused("malformed", "It is not JSON."));
    assertThat(phone.carrier.closed()).contains(CloseCode.BAD_MESSAGE);
  }

  @Test
  void shouldTellOfIceServersWithTheirCredentialsSealed() {
    // Given T80
    RecordingCarrier carrier = new RecordingCarrier();
    PhoneDoor door =
        stage.door(
            TokenUse.OFF,
            new IceServer(List.of("stun:192.0.2.1"), Optional.empty(), Optional.empty()),
            new IceServer(List.of("turn:192.0.2.1"), Optional.of("user"), Optional.of("secret")));

    // When
    door.accept(new Introduction.ByDevice("phone"), CameFrom.straight(ADDRESS), carrier);

    // Then
    List<SharedIceServer> servers = carrier.sent(ToPhone.Challenge.class).get(0).iceServers();
    assertThat(servers.get(0).urls()).containsExactly("stun:192.0.2.1");
    assertThat(servers.get(0).credential()).isEmpty();
    assertThat(servers.get(1).user()).contains("user");
    assertThat(servers.get(1).credential().orElseThrow().hex()).hasSize("secret".length() * 2);
  }

  @Test
  void shouldRefuseANameThatNoDeviceHas() {
    // When
    for (String name : List.of("", "../etc", "a b", "x".repeat(65))) {
      RecordingCarrier carrier = new RecordingCarrier();
      stage.door.accept(new Introduction.ByDevice(name), CameFrom.straight(ADDRESS), carrier);

      // Then
      assertThat(carrier.closed()).contains(CloseCode.UNAUTHORIZED);
      assertThat(carrier.sent()).isEmpty();
    }
  }

  @Test
  void shouldLetNoAnswerOutThatNobodyProvedAnOfferFor() {
    // Given a peer that answers twice
    ProvingPhone phone = ProvingPhone.paired(stage, "phone");
    phone.line.received(phone.offer());

    // When
    stage.newest().answers();
    stage.newest().answers();

    // Then
    assertThat(phone.carrier.sent(ToPhone.Answer.class)).hasSize(1);
    assertThat(stage.counted("signaling.ignored.unproven_answer")).isEqualTo(1);
  }
}
