package dev.contop.wire;

import dev.contop.domain.pairing.DeviceStatus;
import dev.contop.domain.pairing.Sighting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A paired device as {@code GET /api/devices} tells of it (T94): no key, no token.
 *
 * @param path {@code lan}, {@code tailscale} or {@code tunnel}
 */
public record ListedDevice(
    String id,
    Optional<String> name,
    String role,
    String connectionType,
    Instant expiresAt,
    boolean connected,
    Optional<String> path,
    Optional<String> address,
    Optional<Instant> lastSeen,
    Optional<String> location) {

  private static final int MOST_BYTES = 1024 * 1024;
  private static final int MOST = 1024;

  static ListedDevice of(DeviceStatus status) {
    var device = status.device();
    return new ListedDevice(
        device.id().value(),
        device.name(),
        device.pairing().role().wireName(),
        device.pairing().connection().wireName(),
        device.pairing().expiresAt(),
        status.connected(),
        device.seen().map(seen -> seen.path().wireName()),
        device.seen().flatMap(Sighting::address),
        device.seen().map(Sighting::at),
        device.location());
  }

  /** The whole answer. */
  public static String write(List<DeviceStatus> devices) {
    return JsonOut.text(
        out ->
            out.objects(
                "devices",
                devices.stream().map(ListedDevice::of).toList(),
                (item, device) -> device.write(item)));
  }

  /** The devices of such an answer; nothing when it is none. */
  public static Optional<List<ListedDevice>> read(String answer) {
    JsonReading reading = StrictJson.read(answer.getBytes(StandardCharsets.UTF_8), MOST_BYTES);
    if (!(reading instanceof JsonReading.Accepted accepted)
        || !(accepted.tree() instanceof Json.Members members)) {
      return Optional.empty();
    }
    Fields in = new Fields(members);
    List<Fields> items = in.objects("devices", MOST);
    List<ListedDevice> devices = items.stream().map(ListedDevice::read).toList();
    items.forEach(in::adopt);
    return in.wrong().isPresent() ? Optional.empty() : Optional.of(devices);
  }

  private void write(JsonOut out) throws IOException {
    out.put("device_id", id);
    out.put("name", name);
    out.put("role", role);
    out.put("connection_type", connectionType);
    out.put("expires_at", expiresAt.toString());
    out.put("connected", connected);
    out.put("path", path);
    out.put("address", address);
    out.put("last_seen", lastSeen.map(Instant::toString));
    out.put("location", location);
  }

  private static ListedDevice read(Fields in) {
    return new ListedDevice(
        in.text("device_id"),
        in.optionalText("name"),
        in.text("role"),
        in.text("connection_type"),
        in.instant("expires_at"),
        in.truth("connected"),
        in.optionalText("path"),
        in.optionalText("address"),
        in.has("last_seen") ? Optional.of(in.instant("last_seen")) : Optional.empty(),
        in.optionalText("location"));
  }
}
