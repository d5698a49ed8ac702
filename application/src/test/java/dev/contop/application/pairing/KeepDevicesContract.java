package dev.contop.application.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.pairing.ConnectionPath;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.Device;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.PairedDevices;
import dev.contop.domain.pairing.Pairing;
import dev.contop.domain.pairing.Role;
import dev.contop.domain.pairing.Sighting;
import dev.contop.domain.pairing.TokenKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What whoever keeps devices promises (T8, T91). */
public abstract class KeepDevicesContract {

  protected static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

  /** The subject as a host finds it that has just been started. */
  protected abstract KeepDevices opened();

  /** A device of which nothing is known but its pairing. */
  protected static Device bare(String id, int key) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) key);
    return Device.of(
        new Pairing(
            new DeviceId(id), new TokenKey(bytes), ConnectionType.PERMANENT, Role.CONTROL, NOON));
  }

  /** A device of which everything is known. */
  protected static Device full(String id, int key) {
    Pairing pairing = bare(id, key).pairing();
    return new Device(
        new Pairing(
            pairing.device(),
            pairing.key(),
            ConnectionType.PERMANENT,
            Role.VIEW,
            NOON.plusNanos(1)),
        Optional.of("Kitchen \"tablet\" \u2028 \ud83d\ude00"),
        Optional.of("Ada\u2019s phone"),
        Optional.of("48.8566,2.3522"),
        Optional.of(
            new Sighting(
                NOON.minusSeconds(5), Optional.of("100.64.1.2"), ConnectionPath.TAILSCALE)),
        true);
  }

  @Test
  void shouldHaveNoneAtFirst() {
    assertThat(opened().load()).isEmpty();
  }

  @Test
  void shouldFindWhatWasKeptAfterARestart() throws NotKept {
    // Given
    List<Device> devices = List.of(bare("phone", 1), full("tablet", 2));

    // When
    opened().save(devices);

    // Then
    assertThat(opened().load()).isEqualTo(devices);
  }

  @Test
  void shouldKeepNoOthersThanTheLast() throws NotKept {
    // Given
    KeepDevices subject = opened();
    subject.save(List.of(bare("phone", 1), full("tablet", 2)));

    // When
    subject.save(List.of(full("tablet", 3)));

    // Then
    assertThat(opened().load()).containsExactly(full("tablet", 3));
    subject.save(List.of());
    assertThat(opened().load()).isEmpty();
  }

  @Test
  void shouldTakeAsManyAsThereMayBe() throws NotKept {
    // Given
    List<Device> devices =
        IntStream.range(0, PairedDevices.MOST)
            .mapToObj(i -> full("d".repeat(60) + String.format("%04d", i), i))
            .toList();

    // When
    opened().save(devices);

    // Then
    assertThat(opened().load()).isEqualTo(devices);
  }
}
