package dev.contop.wire;

import dev.contop.domain.confirmation.RequestId;
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
import dev.contop.domain.session.Glance;
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

  private static final RequestId REQUEST = new RequestId("c2a9e1d4-5b7f-4a63-8e0d-6f1b3c2d4e5f");

  static Map<DeviceId, Glance> sessions() {
    return Map.of(
        new DeviceId("tablet"),
        new Glance(Glance.Presence.AWAY, Optional.empty(), List.of(), false, 3),
        PHONE,
        new Glance(
            Glance.Presence.CONNECTED,
            Optional.of(
                new Glance.Run(
                    Glance.Stage.ASKING, Optional.of("rm old.txt"), 1, Duration.ofMillis(4200))),
            List.of(
                new Glance.Question(
                    REQUEST, "rm old.txt", "“rm” deletes files.", Duration.ofSeconds(297))),
            false,
            0));
  }

  private static String audit() {
    return "{\"seq\":14,\"time\":\"2026-03-01T12:00:06.620Z\",\"kind\":\"revoked\","
        + "\"device\":\"phone-1\",\"facts\":{},\"prev\":\""
        + "cd4197d9f67ff9f48bb5a0fec9dc4edff92175f0ffbde36fbbc9362f284d48b8"
        + "\"}";
  }

  static Map<String, String> answers() {
    return Map.ofEntries(
        Map.entry("sessions", SessionGlances.write(sessions())),
        Map.entry("audit", AuditLines.write(List.of(audit()))),
        Map.entry("stopping", RestAnswers.stopping(PHONE)),
        Map.entry("rejecting", RestAnswers.rejecting(PHONE, REQUEST)),
        Map.entry("error", RestAnswers.error("not_paired", "There is no such device.")),
        Map.entry("devices", ListedDevice.write(devices())),
        Map.entry("statistics", RestAnswers.statistics(Map.of(PHONE, HostFixtures.FIGURES))),
        Map.entry("status", RestAnswers.status(devices())),
        Map.entry("status/device", RestAnswers.status(PHONE, Optional.of(devices().get(0)))),
        Map.entry("status/nobody", RestAnswers.status(new DeviceId("nobody"), Optional.empty())),
        Map.entry("revoked", RestAnswers.revoked(PHONE, Optional.empty())),
        Map.entry(
            "revoked/warning",
            RestAnswers.revoked(
                PHONE, Optional.of("It is not in the audit log: The disk is full."))),
        Map.entry(
            "connection-info",
            RestAnswers.connection(
                "192.0.2.10",
                8000,
                Optional.of("100.64.1.1"),
                new Fingerprint("0123456789abcdef".repeat(4)),
                NOON.plus(Duration.ofDays(3650)))));
  }
}
