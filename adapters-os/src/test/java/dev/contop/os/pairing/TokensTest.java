package dev.contop.os.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.pairing.Token;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TokensTest {

  @Test
  void shouldMakeTokensOf256BitsThatDiffer() {
    // Given
    RandomTokens subject = new RandomTokens();
    Set<Token> made = new HashSet<>();

    // When
    for (int i = 0; i < 1000; i++) {
      made.add(subject.make());
    }

    // Then
    assertThat(made).hasSize(1000);
    assertThat(made).allMatch(token -> Base64.getUrlDecoder().decode(token.secret()).length == 32);
  }

  @Test
  void shouldDeriveTheKeyThatAnyoneElseWould() {
    // Given: printf 'contop pairing key v1' | openssl dgst -sha256 -hmac "$TOKEN"
    Token token = new Token("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

    // When
    String key = HexFormat.of().formatHex(new HmacTokenKeys().derive(token).bytes());

    // Then
    assertThat(key).isEqualTo("42ef73259bc7b4ba7a0c9992f207b4fb22fd4cbc594e62ef9a81d1bd68ce9862");
  }

  @Test
  void shouldDeriveAnotherKeyForEveryToken() {
    // Given
    HmacTokenKeys subject = new HmacTokenKeys();
    Token one = new Token("A".repeat(43));
    Token other = new Token("A".repeat(42) + "E");

    // When / Then
    assertThat(subject.derive(one)).isEqualTo(subject.derive(one));
    assertThat(subject.derive(one)).isNotEqualTo(subject.derive(other));
  }
}
