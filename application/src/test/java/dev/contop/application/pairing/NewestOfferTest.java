package dev.contop.application.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.pairing.CameFrom;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.PairingOffer;
import dev.contop.domain.session.EndCause;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** T94: a code can be shown once more while nobody has used it. */
class NewestOfferTest {

  private static final DeviceId PHONE = new DeviceId("phone");

  private final PairingDeskFixture fixture = new PairingDeskFixture();
  private final NewestOffer subject =
      new NewestOffer(fixture.desk, fixture.register, fixture.schedule);

  private PairingOffer pair() throws PairingRefused {
    return subject.pair(Optional.of(PHONE), ConnectionType.PERMANENT);
  }

  @Test
  void shouldShowNothingAtFirst() {
    assertThat(subject.newest()).isEmpty();
  }

  @Test
  void shouldShowTheNewestForAWhile() throws PairingRefused {
    // Given
    pair();
    PairingOffer offer = pair();

    // Then
    assertThat(subject.newest()).contains(offer);
    fixture.pass(NewestOffer.SHOWN_FOR.minusSeconds(1));
    assertThat(subject.newest()).contains(offer);
    fixture.pass(Duration.ofSeconds(1));
    assertThat(subject.newest()).isEmpty();
  }

  @Test
  void shouldShowNothingThatWasUsed() throws PairingRefused {
    // Given
    pair();
    fixture.desk.came(PHONE, Optional.empty(), Optional.empty(), CameFrom.straight("192.0.2.7"));

    // Then
    assertThat(subject.newest()).isEmpty();

    // When it is paired again
    PairingOffer again = pair();

    // Then
    assertThat(subject.newest()).contains(again);
  }

  @Test
  void shouldShowNothingThatWasRevoked() throws Exception {
    // Given
    pair();
    fixture.register.revoke(PHONE, EndCause.REVOKED);

    // Then
    assertThat(subject.newest()).isEmpty();
  }
}
