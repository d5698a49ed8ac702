package dev.contop.application.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.PairedDevices;
import dev.contop.domain.pairing.Pairing;
import dev.contop.domain.pairing.PairingOffer;
import dev.contop.domain.session.EndCause;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairingDeskTest {

  private final PairingDeskFixture fixture = new PairingDeskFixture();
  private final PairingDesk desk = fixture.desk;

  @Test
  void shouldOfferAllThatAPhoneMustKnow() {
    // When
    PairingOffer offer = fixture.paired("phone");

    // Then T90, T91: whole seconds, since people and QR codes see it
    assertThat(offer.device()).isEqualTo(new DeviceId("phone"));
    assertThat(offer.connection()).isEqualTo(ConnectionType.TEMPORARY);
    assertThat(offer.expiresAt()).isEqualTo(Instant.parse("2030-01-01T16:00:00Z"));
    assertThat(offer.host()).isEqualTo("192.0.2.1");
    assertThat(offer.port()).isEqualTo(8000);
    assertThat(offer.tailscale()).contains("100.64.0.1");
    assertThat(offer.fingerprint().hex()).isEqualTo("ab".repeat(32));
  }

  @Test
  void shouldNameANewDeviceItself() throws PairingRefused {
    // When
    PairingOffer one = desk.pair(Optional.empty(), ConnectionType.TEMPORARY);
    PairingOffer other = desk.pair(Optional.empty(), ConnectionType.TEMPORARY);

    // Then
    assertThat(one.device().value()).startsWith("phone-");
    assertThat(other.device()).isNotEqualTo(one.device());
    assertThat(fixture.dismissed).isEmpty();
  }

  @Test
  void shouldKnowATokenAgainUntilItExpires() {
    // Given
    PairingOffer offer = fixture.paired("phone");
    String token = offer.token().secret();

    // Then T2
    assertThat(desk.recognize(token))
        .get()
        .satisfies(pairing -> assertThat(pairing.device()).isEqualTo(offer.device()));
    fixture.clock.advance(Duration.ofHours(4).minusSeconds(1));
    assertThat(desk.recognize(token)).isPresent();
    fixture.clock.advance(Duration.ofSeconds(1));
    assertThat(desk.recognize(token)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "0000000000000000000000000000000000000000009",
        "000000000000000000000000000000000000000001",
        "00000000000000000000000000000000000000000001",
        "000000000000000000000000000000000000000000\u0661"
      })
  void shouldKnowNoOther(String token) {
    // Given
    fixture.paired("phone");

    // Then T2
    assertThat(desk.recognize(token)).isEmpty();
  }

  @Test
  void shouldHaveOneTokenADevice() {
    // Given
    PairingOffer before = fixture.paired("phone");
    Pairing pairing = desk.recognize(before.token().secret()).orElseThrow();
    assertThat(desk.isCurrent(pairing)).isTrue();

    // When
    PairingOffer after = fixture.paired("phone");

    // Then T91
    assertThat(fixture.dismissed)
        .containsExactly(
            new PairingDeskFixture.Dismissed(new DeviceId("phone"), EndCause.REPAIRED));
    assertThat(desk.recognize(before.token().secret())).isEmpty();
    assertThat(desk.isCurrent(pairing)).isFalse();
    assertThat(desk.recognize(after.token().secret())).isPresent();
  }

  @Test
  void shouldNotCallAnExpiredPairingCurrentNorReplaced() {
    // Given
    Pairing pairing = desk.recognize(fixture.paired("phone").token().secret()).orElseThrow();
    fixture.clock.advance(Duration.ofHours(5));

    // When
    assertThat(desk.isCurrent(pairing)).isFalse();
    fixture.paired("phone");

    // Then
    assertThat(fixture.dismissed)
        .containsExactly(
            new PairingDeskFixture.Dismissed(new DeviceId("phone"), EndCause.PAIRING_EXPIRED));
  }

  @Test
  void shouldTakeNoMorePairingsThanItsLimitUntilSomeExpire() {
    // Given
    for (int i = 0; i < PairedDevices.MOST; i++) {
      fixture.paired("phone-" + i);
    }

    // Then
    assertThatThrownBy(() -> desk.pair(Optional.empty(), ConnectionType.TEMPORARY))
        .isInstanceOf(PairingRefused.class);
    assertThat(fixture.paired("phone-7")).isNotNull();
    fixture.clock.advance(Duration.ofHours(4));
    assertThat(fixture.paired("one-more")).isNotNull();
  }
}
