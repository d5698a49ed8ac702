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
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.TokenKey;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptTest {

  private final JavaHmac hash = new JavaHmac();
  private final Transcript transcript = new Transcript(NONCE, DEVICE, PHONE, HOST);

  @Test
  void shouldSignWhatTheProtocolSays() {
    assertThat(new String(transcript.text(End.PHONE), US_ASCII))
        .isEqualTo(
            "17:contop binding v1,5:phone,64:%s,7:phone-1,64:%s,64:%s,"
                .formatted(NONCE.hex(), PHONE.hex(), HOST.hex()));
    assertThat(transcript.proof(End.PHONE, KEY, hash)).isEqualTo(PHONE_PROOF);
    assertThat(transcript.proof(End.HOST, KEY, hash)).isEqualTo(HOST_PROOF);
  }

  @Test
  void shouldDependOnEveryFactAndOnTheKey() {
    // Given all that differs from the example in one thing
    Stream<Transcript> changed =
        Stream.of(
            new Transcript(NEXT, DEVICE, PHONE, HOST),
            new Transcript(NONCE, new DeviceId("phone-2"), PHONE, HOST),
            new Transcript(NONCE, DEVICE, RELAY, HOST),
            new Transcript(NONCE, DEVICE, PHONE, RELAY),
            new Transcript(NONCE, DEVICE, HOST, PHONE));

    // When
    List<Proof> proofs =
        Stream.concat(
                changed.map(other -> other.proof(End.PHONE, KEY, hash)),
                Stream.of(
                    transcript.proof(End.HOST, KEY, hash),
                    transcript.proof(End.PHONE, new TokenKey(new byte[32]), hash)))
            .toList();

    // Then
    assertThat(proofs).doesNotHaveDuplicates().noneMatch(PHONE_PROOF::matches);
  }

  @Test
  void shouldKeepTextsApartWhateverTheyHold() {
    assertThat(Bytes.of(List.of("a,1:b", "c"))).isNotEqualTo(Bytes.of(List.of("a", "b", "c")));
    assertThat(Bytes.of(List.of("ab", ""))).isNotEqualTo(Bytes.of(List.of("", "ab")));
    assertThatThrownBy(() -> Bytes.of(List.of("é"))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldMatchOnlyTheSameProof() {
    for (int i = 0; i < 64; i++) {
      char[] digits = PHONE_PROOF.hex().toCharArray();
      digits[i] = digits[i] == '0' ? '1' : '0';
      assertThat(PHONE_PROOF.matches(new Proof(new String(digits)))).isFalse();
    }
    assertThat(PHONE_PROOF.matches(new Proof(PHONE_PROOF.hex()))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "G", "é"})
  void shouldRefuseWhatHasNotItsShape(String text) {
    assertThat(Nonce.isValid(text)).isFalse();
    assertThatThrownBy(() -> new Nonce(text)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Proof(text)).isInstanceOf(IllegalArgumentException.class);
    assertThat(Proof.isValid(PHONE_PROOF.hex().replace('a', 'A'))).isFalse();
  }

  @Test
  void shouldNotShowAProof() {
    assertThat(PHONE_PROOF.toString()).doesNotContain(PHONE_PROOF.hex());
  }
}
