package dev.contop.signaling;

import dev.contop.application.pairing.ListDevices;
import dev.contop.application.pairing.RevokeDevice;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.DeviceStatus;
import dev.contop.wire.ListedDevice;
import dev.contop.wire.RestAnswers;
import io.undertow.server.HttpServerExchange;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lists the devices that are paired, and revokes one of them (T92, T94). On a worker thread. */
final class DevicesOnRequest {

  private final ListDevices devices;
  private final RevokeDevice revoking;

  DevicesOnRequest(ListDevices devices, RevokeDevice revoking) {
    this.devices = devices;
    this.revoking = revoking;
  }

  /** {@code GET /api/devices?since}. */
  void list(HttpServerExchange exchange) throws Parameters.Bad {
    Optional<Instant> since = since(exchange);
    List<DeviceStatus> found =
        devices.list().stream()
            .filter(device -> since.isEmpty() || device.wasHere(since.get()))
            .toList();
    JsonReply.ok(exchange, ListedDevice.write(found));
  }

  /** {@code GET /api/pair/status?device_id}. */
  void status(HttpServerExchange exchange) throws Parameters.Bad {
    Optional<DeviceId> device = Parameters.device(exchange);
    List<DeviceStatus> all = devices.list();
    JsonReply.ok(
        exchange,
        device
            .map(id -> RestAnswers.status(id, find(all, id)))
            .orElseGet(() -> RestAnswers.status(all)));
  }

  /** {@code DELETE /api/pair?device_id}. */
  void revoke(HttpServerExchange exchange) throws Parameters.Bad {
    DeviceId device = Parameters.neededDevice(exchange);
    if (revoking.revoke(device) instanceof RevokeDevice.Outcome.Revoked revoked) {
      JsonReply.ok(exchange, RestAnswers.revoked(device, revoked.warning()));
    } else {
      JsonReply.error(exchange, 404, "not_paired", "There is no such device.");
    }
  }

  private static Optional<DeviceStatus> find(List<DeviceStatus> all, DeviceId id) {
    return all.stream().filter(status -> status.device().id().equals(id)).findFirst();
  }

  private static Optional<Instant> since(HttpServerExchange exchange) throws Parameters.Bad {
    Optional<String> text = Parameters.find(exchange, "since");
    try {
      return text.map(Instant::parse);
    } catch (DateTimeException notATime) {
      throw new Parameters.Bad("since is a time such as 2030-01-01T12:00:00Z.");
    }
  }
}
