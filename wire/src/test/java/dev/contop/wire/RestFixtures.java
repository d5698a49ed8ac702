package dev.contop.wire;

import dev.contop.domain.pairing.ConnectionPath;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.Device;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.DeviceStatus;
import dev.contop.domain.pairing.Fingerprint;
import dev.contop.domain.pairing.Pairing;
import dev.contop.domain.pairing.Role;
import dev.contop.domain.pairing.Sighting;
import dev.contop.domain.pairing.TokenKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answers of the loopback listener that {@code docs/protocol.md} shows. */
final class RestFixtures {

  static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
  static final DeviceId PHONE = new DeviceId("phone-1");

  private RestFixtures() {}

  private static Pairing pairing(String id, ConnectionType connection, Role role) {
    return new Pairing(
        new DeviceId(id),
        new TokenKey(new byte[32]),
        connection,
        role,
        NOON.plus(connection.lifetime()));
  }

  static List<DeviceStatus> devices() {
    return List.of(
        new DeviceStatus(
            new Device(
                pairing("phone-1", ConnectionType.PERMANENT, Role.CONTROL),
                Optional.empty(),
                Optional.of("Ada\u2019s phone"),
                Optional.of("Paris, France"),
                Optional.of(
                    new Sighting(NOON, Optional.of("100.64.1.2"), ConnectionPath.TAILSCALE)),
                true),
            true),
        new DeviceStatus(Device.of(pairing("tablet", ConnectionType.TEMPORARY, Role.VIEW)), false));
  }

  static Map<String, String> answers() {
    return Map.of(
        "error", RestAnswers.error("not_paired", "There is no such device."),
        "devices", ListedDevice.write(devices()),
        "statistics", RestAnswers.statistics(Map.of(PHONE, HostFixtures.FIGURES)),
        "status", RestAnswers.status(devices()),
        "status/device", RestAnswers.status(PHONE, Optional.of(devices().get(0))),
        "status/nobody", RestAnswers.status(new DeviceId("nobody"), Optional.empty()),
        "revoked", RestAnswers.revoked(PHONE, Optional.empty()),
        "revoked/warning",
            RestAnswers.revoked(
                PHONE, Optional.of("It is not in the audit log: The disk is full.")),
        "connection-info",
            RestAnswers.connection(
                "192.0.2.10",
                8000,
                Optional.of("100.64.1.1"),
                new Fingerprint("0123456789abcdef".repeat(4)),
                NOON.plus(Duration.ofDays(3650))));
  }
}
