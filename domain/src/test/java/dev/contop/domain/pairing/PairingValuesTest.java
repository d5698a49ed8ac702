package dev.contop.domain.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairingValuesTest {

  private static final String SECRET = "abcdefghijklmnopqrstuvwxyz-_0123456789ABCDE";
  private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

  @Test
  void shouldTakeATokenAndNeverShowIt() {
    // Given
    Token token = new Token(SECRET);
    PairingOffer offer =
        new PairingOffer(
            new DeviceId("phone"),
            token,
            ConnectionType.TEMPORARY,
            NOON,
            new Fingerprint("0".repeat(64)),
            "localhost",
            8000,
            Optional.empty());

    // Then T2, T91
    assertThat(token.secret()).isEqualTo(SECRET);
    assertThat(token.toString() + offer).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "abcdefghijklmnopqrstuvwxyz-_0123456789ABCD",
        "abcdefghijklmnopqrstuvwxyz-_0123456789ABCDEF",
        "abcdefghijklmnopqrstuvwxyz-_0123456789ABCD=",
        "abcdefghijklmnopqrstuvwxyz-_0123456789ABCD\n",
        "abcdefghijklmnopqrstuvwxyz+/0123456789ABCDE",
        "abcdefghijklmnopqrstuvwxyz-_0123456789ABCDé"
      })
  void shouldRefuseWhatIsNoToken(String text) {
    assertThat(Token.isValid(text)).isFalse();
    assertThatThrownBy(() -> new Token(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Not a token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "phone-1", "A.b_c-9"})
  void shouldTakeDeviceIds(String text) {
    assertThat(new DeviceId(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a/b", "a\n", "ä", "<b>", "a\u0000"})
  void shouldRefuseWhatIsNoDeviceId(String text) {
    assertThat(DeviceId.isValid(text)).isFalse();
    assertThatThrownBy(() -> new DeviceId(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldRefuseADeviceIdOfMoreThanSixtyFourCharacters() {
    assertThat(DeviceId.isValid("x".repeat(64))).isTrue();
    assertThat(DeviceId.isValid("x".repeat(65))).isFalse();
  }

  @Test
  void shouldCompareKeysByAllTheirBytes() {
    // Given
    byte[] bytes = new byte[32];
    TokenKey key = new TokenKey(bytes);

    // Then T91
    for (int i = 0; i < 32; i++) {
      byte[] other = bytes.clone();
      other[i] ^= 0x40;
      assertThat(key.matches(new TokenKey(other))).isFalse();
      assertThat(key).isNotEqualTo(new TokenKey(other));
    }
    assertThat(key.matches(new TokenKey(new byte[32]))).isTrue();
    assertThat(key).isEqualTo(new TokenKey(new byte[32])).hasSameHashCodeAs(new TokenKey(bytes));
    assertThat(key).hasToString("TokenKey[hidden]");
  }

  @Test
  void shouldKeepAKeyFromBeingChangedThroughItsArrays() {
    // Given
    byte[] bytes = new byte[32];
    TokenKey key = new TokenKey(bytes);

    // When
    bytes[0] = 1;
    key.bytes()[1] = 1;

    // Then
    assertThat(key.bytes()).isEqualTo(new byte[32]);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33})
  void shouldRefuseAKeyOfAnotherLength(int length) {
    assertThatThrownBy(() -> new TokenKey(new byte[length]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldWriteAFingerprintAsSdpDoes() {
    assertThat(new Fingerprint("0a1b" + "c".repeat(60)).withColons())
        .startsWith("0A:1B:CC:")
        .endsWith(":CC")
        .hasSize(95);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0A", "g"})
  void shouldRefuseWhatIsNoFingerprint(String text) {
    assertThatThrownBy(() -> new Fingerprint(text)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Fingerprint("A".repeat(64)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldExpireAtTheVeryInstant() {
    // Given
    Pairing pairing =
        new Pairing(new DeviceId("a"), new TokenKey(new byte[32]), ConnectionType.TEMPORARY, NOON);

    // Then
    assertThat(pairing.isExpiredAt(NOON.minusNanos(1))).isFalse();
    assertThat(pairing.isExpiredAt(NOON)).isTrue();
    assertThat(pairing.isExpiredAt(NOON.plusSeconds(1))).isTrue();
    assertThat(pairing.toString()).doesNotContain("[0, 0");
  }

  @Test
  void shouldLiveAsLongAsItsKindSays() {
    // T91
    assertThat(ConnectionType.PERMANENT.lifetime()).isEqualTo(Duration.ofDays(30));
    assertThat(ConnectionType.TEMPORARY.lifetime()).isEqualTo(Duration.ofHours(4));
    assertThat(ConnectionType.TEMPORARY.wireName()).isEqualTo("temp");
    assertThat(ConnectionType.PERMANENT.wireName()).isEqualTo("permanent");
  }
}
