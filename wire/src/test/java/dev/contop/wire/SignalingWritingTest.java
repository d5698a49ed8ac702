package dev.contop.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contop.domain.binding.BindingFixture;
import dev.contop.domain.signaling.FromPhone;
import dev.contop.domain.signaling.IceCandidate;
import dev.contop.domain.signaling.SessionDescription;
import dev.contop.domain.signaling.ToPhone;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What the host says over the signaling socket (T5, T11). */
class SignalingWritingTest {

  private final SignalingCodec codec = new SignalingCodec();

  @Test
  void shouldHaveAFixtureOfEveryMessage() {
    Set<Class<?>> covered =
        HostFixtures.signals().values().stream().map(Object::getClass).collect(Collectors.toSet());

    assertThat(covered).containsExactlyInAnyOrder(ToPhone.class.getPermittedSubclasses());
  }

  @Test
  void shouldWriteAnAnswer() {
    assertThat(codec.write(new ToPhone.Answer(new SessionDescription("v=0\r\n"), "p1")))
        .isEqualTo("{\"type\":\"answer\",\"sdp\":\"v=0\\r\\n\",\"peer_id\":\"p1\"}");
  }

  @Test
  void shouldWriteCandidatesThatABrowserTakes() {
    assertThat(written("a", Optional.of("0"), OptionalInt.of(1)))
        .isEqualTo(
            "{\"type\":\"ice_candidate\","
                + "\"candidate\":{\"candidate\":\"a\",\"sdpMid\":\"0\",\"sdpMLineIndex\":1}}");
    assertThat(written("a", Optional.of("0"), OptionalInt.empty()))
        .endsWith("{\"candidate\":\"a\",\"sdpMid\":\"0\",\"sdpMLineIndex\":null}}");
    assertThat(written("a", Optional.empty(), OptionalInt.of(1)))
        .endsWith("{\"candidate\":\"a\",\"sdpMid\":null,\"sdpMLineIndex\":1}}");
  }

  @Test
  void shouldWriteAnEndOfCandidatesFromWhichABrowserCanBuildACandidate() {
    String end = codec.write(new ToPhone.Candidate(IceCandidate.END));

    assertThat(end).endsWith("{\"candidate\":\"\",\"sdpMid\":null,\"sdpMLineIndex\":0}}");
    assertThat(codec.read(end)).isEqualTo(new FromPhone.Candidate(IceCandidate.END));
  }

  @Test
  void shouldBeReadByAPhoneAsItWasMeant() {
    HostFixtures.signals()
        .values()
        .forEach(said -> assertThat(codec.readAsPhone(codec.write(said))).contains(said));
  }

  @Test
  void shouldNotTakeAnythingElseForAMessageOfAHost() {
    assertThat(codec.readAsPhone("")).isEmpty();
    assertThat(codec.readAsPhone("[]")).isEmpty();
    assertThat(codec.readAsPhone("{\"type\":\"offer\",\"sdp\":\"v=0\"}")).isEmpty();
    assertThat(codec.readAsPhone("{\"type\":\"answer\",\"sdp\":7,\"peer_id\":\"p\"}")).isEmpty();
    assertThat(codec.readAsPhone("{\"type\":\"error\",\"code\":\"x\"}")).isEmpty();
    assertThat(codec.readAsPhone("{\"type\":\"challenge\",\"nonce\":\"00\"}")).isEmpty();
    assertThat(codec.readAsPhone("{\"type\":\"challenge\",\"ice_servers\":[]}")).isEmpty();
  }

  @Test
  void shouldReadAnAnswerWithHalfAProofAsUnproven() {
    String answer = "{\"type\":\"answer\",\"sdp\":\"v=0\",\"peer_id\":\"p\",";
    String hex = "ab".repeat(32);

    for (String half :
        List.of(
            "\"proof\":\"" + hex + "\"",
            "\"nonce\":\"" + hex + "\"",
            "\"proof\":\"" + hex + "\",\"nonce\":\"ab\"")) {
      assertThat(codec.readAsPhone(answer + half + "}"))
          .contains(new ToPhone.Answer(new SessionDescription("v=0"), "p"));
    }
  }

  @Test
  void shouldKeepThePlaceOfAServerThatCannotBeRead() {
    String challenge = codec.write(Objects.requireNonNull(HostFixtures.signals().get("challenge")));

    assertThat(codec.readAsPhone(challenge.replace("[\"stun:stun.example.org:3478\"]", "7")))
        .get(InstanceOfAssertFactories.type(ToPhone.Challenge.class))
        .satisfies(
            read -> {
              assertThat(read.iceServers()).hasSize(2);
              assertThat(read.iceServers().get(0).urls()).isEmpty();
            });
  }

  @Test
  void shouldWriteWhatAPhoneSaysSoThatTheHostReadsIt() {
    FromPhone offer =
        new FromPhone.Offer(
            new SessionDescription("v=0\r\n"),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty());
    FromPhone candidate =
        new FromPhone.Candidate(new IceCandidate("a", Optional.of("0"), OptionalInt.of(1)));

    FromPhone.Offer proven = ((FromPhone.Offer) offer).with(BindingFixture.PHONE_PROOF);

    assertThat(codec.read(codec.write(offer))).isEqualTo(offer);
    assertThat(codec.read(codec.write(proven))).isEqualTo(proven);
    assertThat(codec.read(codec.write(candidate))).isEqualTo(candidate);
    assertThatThrownBy(() -> codec.write(new FromPhone.Ignored("answer")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldWriteARefusal() {
    assertThat(codec.write(new ToPhone.Refused("malformed", "The \"message\" is not JSON.")))
        .isEqualTo(
            "{\"type\":\"error\",\"code\":\"malformed\","
                + "\"message\":\"The \\\"message\\\" is not JSON.\"}");
  }

  private String written(String line, Optional<String> mid, OptionalInt index) {
    return codec.write(new ToPhone.Candidate(new IceCandidate(line, mid, index)));
  }
}
