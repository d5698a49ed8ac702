package dev.contop.application.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.contop.application.audit.KeptAudit;
import dev.contop.domain.audit.About;
import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.PairingOffer;
import dev.contop.domain.pairing.Role;
import dev.contop.domain.session.EndCause;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** T55: a pairing is in the log before anybody sees it. */
@Timeout(20)
class AuditedPairingTest {

  private static final DeviceId PHONE = new DeviceId("phone");

  private final PairingDeskFixture fixture = new PairingDeskFixture();
  private final KeptAudit audit = new KeptAudit();
  private final AuditedPairing subject = new AuditedPairing(fixture.desk, audit);

  private PairingOffer pair() throws PairingRefused {
    return subject.pair(Optional.of(PHONE), ConnectionType.TEMPORARY);
  }

  @Test
  void shouldBeInTheLogWhenItIsShown() throws PairingRefused {
    // When
    PairingOffer offer = pair();

    // Then
    assertThat(audit.written())
        .containsExactly(
            new KeptAudit.Kept(
                new AuditEntry.Paired(ConnectionType.TEMPORARY, Role.CONTROL, offer.expiresAt()),
                About.device(PHONE)));
    assertThat(fixture.desk.recognize(offer.token().secret())).isPresent();
  }

  @Test
  void shouldNotPairWhatCannotBeWritten() throws PairingRefused {
    // Given
    PairingOffer before = pair();
    audit.breakDown("The disk is full.");

    // When / Then
    assertThatExceptionOfType(PairingRefused.class)
        .isThrownBy(this::pair)
        .withMessage("No phone is paired now. The disk is full.");
    assertThat(fixture.desk.recognize(before.token().secret())).isEmpty();
    assertThat(fixture.dismissed)
        .containsExactly(new PairingDeskFixture.Dismissed(PHONE, EndCause.REPAIRED));
  }

  @Test
  void shouldNotWaitForeverForADiskThatHangs() {
    // Given
    audit.hold();

    // When / Then
    assertThatExceptionOfType(PairingRefused.class)
        .isThrownBy(this::pair)
        .withMessage("No phone is paired now. The audit log takes too long.");
  }
}
