package dev.contop.domain.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.contop.domain.signaling.IceServer.Parsed;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IceServerTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stun:stun.l.google.com:19302",
        "stun:10.0.0.1",
        "stuns:stun.example.org:5349",
        "stun:[2001:db8::1]:3478",
        "stun:[::1]",
        "stun:[::ffff:192.0.2.1]:1",
        "stun:host_with-marks.example.",
        "turn:turn.example.org,user,secret",
        "turn:turn.example.org:65535?transport=udp,user,secret",
        "turns:turn.example.org?transport=tcp,1700000000:me,a,b,c",
        "turns:[1:2:3:4:5:6:7:8]:443,u,p"
      })
  void shouldAcceptServers(String text) {
    // When
    Parsed parsed = IceServer.parse(text);

    // Then
    assertThat(parsed).isInstanceOf(Parsed.Valid.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        ",,",
        "stun:",
        "stun",
        "stun:,u,p",
        "http://example.org",
        "stun://example.org",
        "stun:example.org:0",
        "stun:example.org:65536",
        "stun:example.org:999999",
        "stun:example.org:",
        "stun:example.org:x",
        "stun:user@example.org",
        "stun:exa mple.org",
        "stun:-example.org",
        "stun:example..org",
        "stun:1.2.3",
        "stun:1.2.3.4.5",
        "stun:1.2.3.256",
        "stun:1.2.3.",
        "stun:[::1",
        "stun:::1",
        "stun:[]",
        "stun:[1:2:3]",
        "stun:[1::2::3]",
        "stun:[12345::]",
        "stun:[::1.2.3.400]",
        "stun:[1.2.3.4]",
        "stun:example.org?transport=udp",
        "stun:example.org,user,secret",
        "turn:example.org",
        "turn:example.org,user",
        "turn:example.org,,secret",
        "turn:example.org,user,",
        "turn:example.org?transport=sctp,user,secret",
        "turn:example.org?transport=,user,secret",
        "turn:example.org?,user,secret",
        "turn:example.org?x=y,user,secret",
        "turn:example.org,us\u0001er,secret",
        "turn:exämple.org,user,secret"
      })
  void shouldRefuseEverythingElse(String text) {
    // When
    Parsed parsed = IceServer.parse(text);

    // Then
    assertThat(parsed).isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void shouldKeepUserAndCredentialApart() {
    // When
    Parsed parsed = IceServer.parse(" TURN:turn.example.org:3478,me:1,a,b ");

    // Then
    assertThat(parsed)
        .isEqualTo(
            new Parsed.Valid(
                new IceServer(
                    List.of("turn:turn.example.org:3478"),
                    Optional.of("me:1"),
                    Optional.of("a,b"))));
  }

  @Test
  void shouldNotBeMadeOtherwise() {
    // When // Then
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new IceServer(
                    List.of("turn:turn.example.org"), Optional.empty(), Optional.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IceServer(List.of(), Optional.empty(), Optional.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IceServer(List.of("TURN:x"), Optional.of("u"), Optional.of("p")));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new IceServer(List.of("turn:x"), Optional.of("u".repeat(509)), Optional.of("p")));
  }

  @Test
  void shouldNeverShowTheCredential() {
    // Given
    Parsed parsed = IceServer.parse("turn:turn.example.org,me,hushhush");
    Parsed refused = IceServer.parse("turn:turn example.org,me,hushhush");

    // When
    String shown = parsed.toString() + refused;

    // Then
    assertThat(shown).doesNotContain("hushhush").doesNotContain("me,");
  }

  @Test
  void shouldAnswerAnythingWithAValue() {
    // Given
    Random seeded = new Random(7);
    String alphabet = "stunr:[].,?=0123456789abcXYZ@/ \u0000é\ud800-_transport";
    int valid = 0;

    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(seeded.nextBoolean() ? "stun:" : "turn:a");
      for (int j = seeded.nextInt(24); j > 0; j--) {
        text.append(alphabet.charAt(seeded.nextInt(alphabet.length())));
      }

      // When
      Parsed parsed = IceServer.parse(text.toString());

      // Then
      assertThat(parsed).isNotNull();
      valid += parsed instanceof Parsed.Valid ? 1 : 0;
    }
    assertThat(valid).isPositive();
  }
}
