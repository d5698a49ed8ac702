package dev.contop.domain.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** T8, T91, T92, T95: who is paired, and for how long. */
class PairedDevicesTest {

  private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
  private static final DeviceId PHONE = new DeviceId("phone");
  private static final Optional<String> NAMELESS = Optional.empty();

  private static TokenKey key(int number) {
    byte[] bytes = new byte[32];
    bytes[31] = (byte) number;
    return new TokenKey(bytes);
  }

  private static Pairing pairing(String device, int key, ConnectionType connection, Role role) {
    return new Pairing(
        new DeviceId(device), key(key), connection, role, NOON.plus(connection.lifetime()));
  }

  private static Pairing permanent(String device, int key) {
    return pairing(device, key, ConnectionType.PERMANENT, Role.CONTROL);
  }

  private static PairedDevices one(Pairing pairing) {
    return PairedDevices.NONE.paired(pairing, NAMELESS);
  }

  private static Sighting sighting(Instant at) {
    return Sighting.of(at, CameFrom.straight("100.64.1.2"));
  }

  @Test
  void shouldRecognizeByTheKeyAloneUntilItExpires() {
    // Given
    Pairing pairing = pairing("phone", 1, ConnectionType.PERMANENT, Role.VIEW);
    PairedDevices devices = one(pairing).paired(permanent("other", 2), NAMELESS);

    // Then
    assertThat(devices.recognize(key(1), NOON)).contains(pairing);
    assertThat(devices.recognize(key(3), NOON)).isEmpty();
    assertThat(devices.recognize(key(1), NOON.plus(Duration.ofDays(30)).minusNanos(1)))
        .contains(pairing);
    assertThat(devices.recognize(key(1), NOON.plus(Duration.ofDays(30)))).isEmpty();
  }

  @Test
  void shouldHaveOneTokenADevice() {
    // Given
    Pairing before = permanent("phone", 1);

    // When
    PairedDevices devices = one(before).paired(permanent("phone", 2), NAMELESS);

    // Then
    assertThat(devices.recognize(key(1), NOON)).isEmpty();
    assertThat(devices.holds(before, NOON)).isFalse();
    assertThat(devices.recognize(key(2), NOON)).isPresent();
    assertThat(devices.all()).hasSize(1);
  }

  @Test
  void shouldHoldAPairingUntilItExpires() {
    // Given
    Pairing pairing = permanent("phone", 1);

    // Then
    assertThat(one(pairing).holds(pairing, NOON)).isTrue();
    assertThat(one(pairing).holds(pairing, pairing.expiresAt())).isFalse();
    assertThat(PairedDevices.NONE.holds(pairing, NOON)).isFalse();
  }

  @Test
  void shouldKnowARevokedDeviceNoMore() {
    // When
    PairedDevices devices = one(permanent("phone", 1)).without(PHONE);

    // Then
    assertThat(devices.find(PHONE)).isEmpty();
    assertThat(devices.recognize(key(1), NOON)).isEmpty();
    assertThat(devices.all()).isEmpty();
  }

  @Test
  void shouldLetOnlyPermanentOnesLast() {
    // Given
    PairedDevices devices =
        one(permanent("phone", 1))
            .paired(pairing("guest", 2, ConnectionType.TEMPORARY, Role.CONTROL), NAMELESS);

    // Then
    assertThat(devices.lasting()).extracting(Device::id).containsExactly(PHONE);
    assertThat(devices.all()).hasSize(2);
  }

  @Test
  void shouldDropWhoHasExpired() {
    // Given
    PairedDevices devices =
        one(permanent("phone", 1))
            .paired(pairing("guest", 2, ConnectionType.TEMPORARY, Role.CONTROL), NAMELESS);
    Instant later = NOON.plus(Duration.ofHours(4));

    // Then
    assertThat(devices.due()).contains(later);
    assertThat(devices.expired(later.minusNanos(1))).isEmpty();
    assertThat(devices.expired(later))
        .extracting(Device::id)
        .containsExactly(new DeviceId("guest"));
    assertThat(devices.at(later).all()).extracting(Device::id).containsExactly(PHONE);
    assertThat(devices.at(later).due()).contains(NOON.plus(Duration.ofDays(30)));
    assertThat(PairedDevices.NONE.due()).isEmpty();
  }

  @Test
  void shouldKeepWhatIsKnownOfADeviceThatIsPairedAgain() {
    // Given
    PairedDevices devices = one(permanent("phone", 1));
    devices =
        devices.with(
            devices
                .find(PHONE)
                .orElseThrow()
                .came(Optional.of("Ada's phone"), Optional.of("Paris"), sighting(NOON)));

    // When
    Device device =
        devices.paired(permanent("phone", 2), Optional.of("Kitchen")).find(PHONE).orElseThrow();

    // Then the owner's name goes before the phone's
    assertThat(device.name()).contains("Kitchen");
    assertThat(device.ownName()).contains("Ada's phone");
    assertThat(device.location()).contains("Paris");
    assertThat(device.seen().orElseThrow().path()).isEqualTo(ConnectionPath.TAILSCALE);
    assertThat(device.pairing().key()).isEqualTo(key(2));
  }

  @Test
  void shouldNotLetAPhoneTakeTheNameThatItsOwnerGave() {
    // Given
    Device device =
        PairedDevices.NONE
            .paired(permanent("phone", 1), Optional.of("Kitchen"))
            .find(PHONE)
            .orElseThrow();

    // When
    Device after = device.came(Optional.of("Your bank"), Optional.empty(), sighting(NOON));

    // Then
    assertThat(after.name()).contains("Kitchen");
  }

  @Test
  void shouldKeepWhatAPhoneDoesNotSayThisTime() {
    // Given
    Device device =
        Device.of(permanent("phone", 1))
            .came(Optional.of("Ada's phone"), Optional.of("Paris"), sighting(NOON));

    // When
    Device after = device.came(Optional.empty(), Optional.empty(), sighting(NOON.plusSeconds(9)));

    // Then
    assertThat(after.name()).contains("Ada's phone");
    assertThat(after.location()).contains("Paris");
    assertThat(after.seen().orElseThrow().at()).isEqualTo(NOON.plusSeconds(9));
    assertThat(after.left(NOON.plusSeconds(20)).seen().orElseThrow().at())
        .isEqualTo(NOON.plusSeconds(20));
    assertThat(after.locatedAt("Rome").location()).contains("Rome");
  }

  @Test
  void shouldForgetAnAddressAfterThirtyDays() {
    // Given a device that was paired again and has not come since
    Instant paired = NOON;
    Device device =
        Device.of(permanent("phone", 1))
            .came(Optional.empty(), Optional.empty(), sighting(paired.minus(Duration.ofDays(2))));
    PairedDevices devices = PairedDevices.NONE.with(device);
    Instant due = paired.plus(Duration.ofDays(28));

    // Then
    assertThat(devices.due()).contains(due);
    assertThat(
            devices.at(due.minusNanos(1)).find(PHONE).orElseThrow().seen().orElseThrow().address())
        .contains("100.64.1.2");
    Sighting after = devices.at(due).find(PHONE).orElseThrow().seen().orElseThrow();
    assertThat(after.address()).isEmpty();
    assertThat(after.path()).isEqualTo(ConnectionPath.TAILSCALE);
    assertThat(devices.at(due).due()).contains(paired.plus(Duration.ofDays(30)));
  }

  @Test
  void shouldHaveABound() {
    // Given
    PairedDevices devices = PairedDevices.NONE;
    for (int i = 0; i < PairedDevices.MOST; i++) {
      devices = devices.paired(permanent("phone-" + i, i), NAMELESS);
    }

    // Then
    assertThat(devices.isFullFor(PHONE)).isTrue();
    assertThat(devices.isFullFor(new DeviceId("phone-7"))).isFalse();
    assertThat(PairedDevices.of(devices.with(Device.of(permanent("phone", 1))).all()).all())
        .hasSize(PairedDevices.MOST);
  }

  @Test
  void shouldSayNothingOfWhomItHolds() {
    assertThat(one(permanent("phone", 1)).toString()).isEqualTo("PairedDevices[1]");
    assertThat(Device.of(permanent("phone", 1)).toString()).contains("hidden");
  }

  @Test
  void shouldTakeTheStricterRole() {
    assertThat(Role.CONTROL.stricter(Role.VIEW)).isEqualTo(Role.VIEW);
    assertThat(Role.VIEW.stricter(Role.CONTROL)).isEqualTo(Role.VIEW);
    assertThat(Role.CONTROL.stricter(Role.CONTROL)).isEqualTo(Role.CONTROL);
    assertThat(Role.named("view")).contains(Role.VIEW);
    assertThat(Role.named("admin")).isEmpty();
  }
}
