package dev.contop.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contop.domain.signaling.FromPhone;
import dev.contop.domain.signaling.IceCandidate;
import dev.contop.domain.signaling.SessionDescription;
import dev.contop.domain.signaling.ToPhone;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
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

    assertThat(codec.read(codec.write(offer))).isEqualTo(offer);
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
