package dev.contop.signaling;

import dev.contop.application.pairing.ListDevices;
import dev.contop.application.pairing.PairPhone;
import dev.contop.application.pairing.RevokeDevice;
import dev.contop.application.pairing.ShowOffer;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.DeviceStatus;
import dev.contop.domain.pairing.Fingerprint;
import dev.contop.domain.pairing.PairingOffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The uses of a loopback listener, with devices that a test puts there. Thread-safe. */
final class ListedForTest implements ListDevices, RevokeDevice, ShowOffer {

  static final Fingerprint FINGERPRINT = new Fingerprint("0f".repeat(32));
  static final Instant RENEWAL = Instant.parse("2036-01-02T03:04:05Z");

  final List<DeviceStatus> devices = new CopyOnWriteArrayList<>();
  volatile Optional<PairingOffer> shown = Optional.empty();
  final RecordingsForTest recordings = new RecordingsForTest();
  volatile Optional<String> warning = Optional.empty();

  /** Pairs by {@code pairing}; there are no devices. */
  static AdminUses pairing(PairPhone pairing) {
    return new ListedForTest().uses(pairing);
  }

  AdminUses uses(PairPhone pairing) {
    return new AdminUses(
        pairing,
        this,
        this,
        this,
        recordings,
        () -> new ConnectionInfo("192.0.2.7", 8000, Optional.empty(), FINGERPRINT, RENEWAL));
  }

  @Override
  public List<DeviceStatus> list() {
    return List.copyOf(devices);
  }

  @Override
  public Outcome revoke(DeviceId device) {
    return devices.removeIf(status -> status.device().id().equals(device))
        ? new Outcome.Revoked(warning)
        : new Outcome.NotPaired();
  }

  @Override
  public Optional<PairingOffer> newest() {
    return shown;
  }
}
