package dev.contop.domain.binding;

import static dev.contop.domain.binding.BindingFixture.DEVICE;
import static dev.contop.domain.binding.BindingFixture.KEY;
import static dev.contop.domain.binding.BindingFixture.NEXT;
import static dev.contop.domain.binding.BindingFixture.NONCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.pairing.TokenKey;
import org.junit.jupiter.api.Test;

class SealedCredentialTest {

  private static final String LONG = "a password of more than thirty-two characters";

  private final JavaHmac hash = new JavaHmac();

  @Test
  void shouldSealAsTheProtocolSays() {
    assertThat(SealedCredential.seal(LONG, 1, NONCE, DEVICE, KEY, hash).hex())
        .isEqualTo(
            "e6680ca8bf8425010c0b320f210297a08fbf6fe4429d34e8746ace8c407371042ad94d381dc68caf537d858515");
  }

  @Test
  void shouldNeverUseTheSameStreamTwice() {
    String nothing = "\0".repeat(64);
    SealedCredential first = SealedCredential.seal(nothing, 0, NONCE, DEVICE, KEY, hash);

    assertThat(first.hex().substring(0, 64)).isNotEqualTo(first.hex().substring(64));
    assertThat(first)
        .isNotEqualTo(SealedCredential.seal(nothing, 1, NONCE, DEVICE, KEY, hash))
        .isNotEqualTo(SealedCredential.seal(nothing, 0, NEXT, DEVICE, KEY, hash))
        .isNotEqualTo(
            SealedCredential.seal(nothing, 0, NONCE, DEVICE, new TokenKey(new byte[32]), hash));
  }

  @Test
  void shouldSealNothingToNothing() {
    assertThat(SealedCredential.seal("", 0, NONCE, DEVICE, KEY, hash).hex()).isEmpty();
  }
}
