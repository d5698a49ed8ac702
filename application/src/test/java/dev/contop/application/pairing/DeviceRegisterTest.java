package dev.contop.application.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.contop.domain.audit.About;
import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.pairing.CameFrom;
import dev.contop.domain.pairing.ConnectionPath;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.Device;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.Pairing;
import dev.contop.domain.pairing.PairingOffer;
import dev.contop.domain.pairing.Role;
import dev.contop.domain.session.EndCause;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** T8, T91, T92: who is paired, over restarts, until revoked or expired. */
@Timeout(20)
class DeviceRegisterTest {

  private static final DeviceId PHONE = new DeviceId("phone");

  private final PairingDeskFixture fixture = new PairingDeskFixture();

  private PairingOffer permanent(String device) {
    return fixture.paired(device, ConnectionType.PERMANENT, Role.CONTROL);
  }

  private PairingDeskFixture restarted() {
    PairingDeskFixture later = new PairingDeskFixture(fixture.store);
    later.clock.advance(Duration.between(later.clock.now(), fixture.clock.now()));
    return later;
  }

  @Test
  void shouldKnowAPermanentPairingAfterARestart() {
    // Given
    PairingOffer offer = fixture.paired("phone", ConnectionType.PERMANENT, Role.VIEW);

    // When
    Optional<Pairing> known = restarted().desk.recognize(offer.token().secret());

    // Then
    assertThat(known.orElseThrow().role()).isEqualTo(Role.VIEW);
    assertThat(known.get().expiresAt()).isEqualTo(offer.expiresAt());
    assertThat(Duration.between(fixture.clock.now(), offer.expiresAt()))
        .isBetween(Duration.ofDays(30).minusSeconds(1), Duration.ofDays(30));
  }

  @Test
  void shouldKeepATemporaryPairingInMemoryAlone() {
    // Given
    PairingOffer offer = fixture.paired("guest");

    // Then
    assertThat(fixture.store.saves()).isZero();
    assertThat(restarted().desk.recognize(offer.token().secret())).isEmpty();
  }

  @Test
  void shouldNotWakeTheTokenThatATemporaryPairingReplaced() {
    // Given
    PairingOffer before = permanent("phone");

    // When
    fixture.paired("phone");

    // Then T91: one active token a device, after a restart too
    assertThat(restarted().desk.recognize(before.token().secret())).isEmpty();
  }

  @Test
  void shouldNotKnowARevokedDeviceAfterARestart() throws NotKept {
    // Given
    PairingOffer offer = permanent("phone");

    // When
    assertThat(fixture.register.revoke(PHONE, EndCause.REVOKED)).isTrue();

    // Then
    assertThat(fixture.desk.recognize(offer.token().secret())).isEmpty();
    assertThat(restarted().desk.recognize(offer.token().secret())).isEmpty();
    assertThat(fixture.dismissed)
        .containsExactly(new PairingDeskFixture.Dismissed(PHONE, EndCause.REVOKED));
    assertThat(fixture.register.revoke(PHONE, EndCause.REVOKED)).isFalse();
  }

  @Test
  void shouldPairNobodyWhomItCannotKeep() {
    // Given
    PairingOffer before = permanent("phone");
    fixture.store.breakDown("The disk is full.");

    // When
    assertThatExceptionOfType(PairingRefused.class)
        .isThrownBy(() -> fixture.desk.pair(Optional.of(PHONE), ConnectionType.PERMANENT))
        .withMessage("No phone is paired now. The disk is full.");

    // Then all is as it was
    assertThat(fixture.desk.recognize(before.token().secret())).isPresent();
    assertThat(fixture.dismissed).isEmpty();
    assertThat(fixture.register.all()).hasSize(1);
  }

  @Test
  void shouldRevokeEvenWhatItCannotStrikeOut() {
    // Given
    PairingOffer offer = permanent("phone");
    fixture.store.breakDown("The disk is full.");

    // When
    assertThatExceptionOfType(NotKept.class)
        .isThrownBy(() -> fixture.register.revoke(PHONE, EndCause.REVOKED));

    // Then
    assertThat(fixture.desk.recognize(offer.token().secret())).isEmpty();
    assertThat(fixture.dismissed).hasSize(1);

    // When it is tried once more
    fixture.store.mend();
    fixture.register.flush();

    // Then
    assertThat(restarted().desk.recognize(offer.token().secret())).isEmpty();
  }

  @Test
  void shouldSendAwayWhoExpires() {
    // Given
    permanent("phone");
    fixture.paired("guest");

    // When
    fixture.pass(Duration.ofHours(4).minusMinutes(1));
    assertThat(fixture.dismissed).isEmpty();
    fixture.pass(Duration.ofMinutes(1).plusMillis(1));

    // Then
    DeviceId guest = new DeviceId("guest");
    assertThat(fixture.dismissed)
        .containsExactly(new PairingDeskFixture.Dismissed(guest, EndCause.PAIRING_EXPIRED));
    assertThat(fixture.audit.written())
        .anyMatch(
            kept ->
                kept.entry() instanceof AuditEntry.PairingExpired
                    && kept.about().equals(About.device(guest)));
    assertThat(fixture.register.all()).extracting(Device::id).containsExactly(PHONE);
  }

  @Test
  void shouldStrikeOutAPermanentPairingWhenItExpires() {
    // Given
    permanent("phone");

    // When
    fixture.pass(Duration.ofDays(30).plusMillis(1));

    // Then
    assertThat(fixture.store.load()).isEmpty();
    assertThat(fixture.dismissed).hasSize(1);
    assertThat(fixture.schedule.waiting()).isZero();
  }

  @Test
  void shouldBeLateByLittleWhenTheClockJumps() {
    // Given a computer that slept: the wall clock went on, the timer did not
    fixture.paired("guest");
    fixture.clock.advance(Duration.ofHours(5));

    // Then no new connection
    assertThat(fixture.register.all()).isEmpty();

    // When
    fixture.pass(WakeWhenDue.LONGEST_SLEEP);

    // Then
    assertThat(fixture.dismissed).hasSize(1);
  }

  @Test
  void shouldNotLoadWhatExpiredMeanwhile() {
    // Given
    PairingOffer offer = permanent("phone");
    fixture.clock.advance(Duration.ofDays(30));

    // Then
    assertThat(restarted().register.all()).isEmpty();
    assertThat(restarted().desk.recognize(offer.token().secret())).isEmpty();
  }

  @Test
  void shouldKeepWhatAPhoneSaysOfItself() {
    // Given
    permanent("phone");
    int before = fixture.store.saves();

    // When it talks a lot within a second
    fixture.desk.came(
        PHONE, Optional.of("Ada's phone"), Optional.of("Paris"), CameFrom.straight("100.64.1.2"));
    for (int i = 0; i < 100; i++) {
      fixture.desk.located(PHONE, "Place " + i);
    }
    fixture.pass(DevicesAtRest.KEPT_WITHIN);

    // Then T8
    assertThat(fixture.store.saves()).isEqualTo(before + 1);
    Device device = restarted().register.find(PHONE).orElseThrow();
    assertThat(device.name()).contains("Ada's phone");
    assertThat(device.location()).contains("Place 99");
    assertThat(device.seen().orElseThrow().address()).contains("100.64.1.2");
    assertThat(device.seen().orElseThrow().path()).isEqualTo(ConnectionPath.TAILSCALE);
  }

  @Test
  void shouldKeepUntilWhenItWasThere() {
    // Given
    permanent("phone");
    fixture.desk.came(PHONE, Optional.empty(), Optional.empty(), CameFrom.straight("192.0.2.7"));
    fixture.pass(Duration.ofMinutes(7));

    // When
    fixture.desk.parted(PHONE);
    fixture.register.flush();

    // Then
    assertThat(restarted().register.find(PHONE).orElseThrow().seen().orElseThrow().at())
        .isEqualTo(fixture.clock.now());
  }

  @Test
  void shouldNotBringBackARevokedDeviceByWhatItStillSays() throws NotKept {
    // Given
    permanent("phone");
    fixture.register.revoke(PHONE, EndCause.REVOKED);

    // When
    fixture.desk.came(
        PHONE, Optional.of("Ada's phone"), Optional.empty(), CameFrom.straight("192.0.2.7"));
    fixture.desk.parted(PHONE);
    fixture.pass(DevicesAtRest.KEPT_WITHIN);

    // Then
    assertThat(fixture.register.all()).isEmpty();
    assertThat(fixture.store.load()).isEmpty();
  }

  @Test
  void shouldForgetAnAddressInTheFileToo() {
    // Given a phone that was paired again and has not come since
    permanent("phone");
    fixture.desk.came(PHONE, Optional.empty(), Optional.empty(), CameFrom.straight("192.0.2.7"));
    fixture.pass(Duration.ofDays(2));
    permanent("phone");

    // When
    fixture.pass(Duration.ofDays(28).plusMinutes(1));

    // Then
    assertThat(fixture.store.load())
        .singleElement()
        .satisfies(device -> assertThat(device.seen().orElseThrow().address()).isEmpty());
  }

  @Test
  void shouldTellARevocationAndWhatIsWrongWithIt() {
    // Given
    AuditedRevocation revoking = new AuditedRevocation(fixture.register, fixture.audit);
    permanent("phone");
    permanent("tablet");

    // Then
    assertThat(revoking.revoke(new DeviceId("nobody")))
        .isEqualTo(new RevokeDevice.Outcome.NotPaired());
    assertThat(revoking.revoke(PHONE))
        .isEqualTo(new RevokeDevice.Outcome.Revoked(Optional.empty()));
    assertThat(fixture.audit.written())
        .anyMatch(
            kept ->
                kept.entry() instanceof AuditEntry.Revoked
                    && kept.about().equals(About.device(PHONE)));

    // When neither file can be written
    fixture.store.breakDown("The disk is full.");
    fixture.audit.breakDown("The disk is full.");

    // Then
    assertThat(revoking.revoke(new DeviceId("tablet")))
        .isInstanceOfSatisfying(
            RevokeDevice.Outcome.Revoked.class,
            revoked ->
                assertThat(revoked.warning().orElseThrow())
                    .contains("paired again", "not in the audit log"));
    assertThat(fixture.register.all()).isEmpty();
  }
}
