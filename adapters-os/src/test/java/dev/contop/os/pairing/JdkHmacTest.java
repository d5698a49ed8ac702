package dev.contop.os.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.binding.BindingFixture;
import dev.contop.domain.binding.End;
import dev.contop.domain.binding.Transcript;
import dev.contop.domain.pairing.Token;
import dev.contop.domain.pairing.TokenKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class JdkHmacTest {

  private final JdkHmac hash = new JdkHmac();

  /** RFC 4231, test case 2, whose key a token key holds when zeros are added (RFC 2104). */
  @Test
  void shouldHashTheStandardsExample() {
    byte[] key = Arrays.copyOf("Jefe".getBytes(StandardCharsets.US_ASCII), 32);
    byte[] text = "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);

    assertThat(HexFormat.of().formatHex(hash.hmacSha256(new TokenKey(key), text)))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  /** The example of docs/protocol.md, from the secret to both proofs (T96). */
  @Test
  void shouldProveAsTheProtocolSays() {
    TokenKey key =
        new HmacTokenKeys().derive(new Token("q7Vn0Yf3m2a1b8cQxWzKp5Rr-9_LdTeUiOjHgFsAaBc"));
    Transcript transcript =
        new Transcript(
            BindingFixture.NONCE, BindingFixture.DEVICE, BindingFixture.PHONE, BindingFixture.HOST);

    assertThat(key).isEqualTo(BindingFixture.KEY);
    assertThat(transcript.proof(End.PHONE, key, hash)).isEqualTo(BindingFixture.PHONE_PROOF);
    assertThat(transcript.proof(End.HOST, key, hash)).isEqualTo(BindingFixture.HOST_PROOF);
  }
}
