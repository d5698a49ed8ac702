package dev.contop.wire;

import dev.contop.domain.pairing.ConnectionPath;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.Device;
import dev.contop.domain.pairing.DeviceId;
import dev.contop.domain.pairing.PairedDevices;
import dev.contop.domain.pairing.Pairing;
import dev.contop.domain.pairing.Role;
import dev.contop.domain.pairing.Sighting;
import dev.contop.domain.pairing.TokenKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The file of paired devices (T8, T91). It holds keys, and so is its owner's alone; never a token.
 *
 * <p>Stateless, so any thread may use it at any time; it never blocks.
 */
public final class StoredDevices {

  /** No file is larger: so many devices, each with texts of full length, all escaped. */
  public static final int MAX_BYTES = 1024 * 1024;

  private static final int VERSION = 1;
  private static final int KEY_DIGITS = 64;
  private static final int MAX_ADDRESS = 64;

  public byte[] write(List<Device> devices) {
    return JsonOut.text(
            out -> {
              out.put("version", VERSION);
              out.objects("devices", devices, StoredDevices::write);
            })
        .concat("\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The devices; nothing when the bytes are no such file. Never throws, whatever the bytes. */
  public Optional<List<Device>> read(byte[] utf8) {
    if (!(StrictJson.read(utf8, MAX_BYTES) instanceof JsonReading.Accepted accepted)
        || !(accepted.tree() instanceof Json.Members members)) {
      return Optional.empty();
    }
    Fields file = new Fields(members);
    file.counter("version", VERSION, VERSION);
    List<Device> devices = new ArrayList<>();
    for (Fields one : file.objects("devices", PairedDevices.MOST)) {
      Optional<Device> device = read(one);
      if (device.isEmpty()) {
        return Optional.empty();
      }
      devices.add(device.get());
    }
    return file.wrong().isPresent() ? Optional.empty() : Optional.of(devices);
  }

  private static void write(JsonOut out, Device device) throws IOException {
    Pairing pairing = device.pairing();
    out.put("device_id", pairing.device().value());
    out.put("key", HexFormat.of().formatHex(pairing.key().bytes()));
    out.put("connection_type", pairing.connection().wireName());
    out.put("role", pairing.role().wireName());
    out.put("expires_at", pairing.expiresAt().toString());
    out.put("given_name", device.givenName());
    out.put("own_name", device.ownName());
    out.put("location", device.location());
    out.put("used", device.used());
    if (device.seen().isPresent()) {
      out.object("seen", seen -> write(seen, device.seen().get()));
    }
  }

  private static void write(JsonOut out, Sighting seen) throws IOException {
    out.put("at", seen.at().toString());
    out.put("address", seen.address());
    out.put("path", seen.path().wireName());
  }

  private static Optional<Device> read(Fields in) {
    Optional<Pairing> pairing = pairing(in);
    Optional<String> givenName = in.optionalLabel("given_name", PhoneSignals.MAX_DEVICE_NAME);
    Optional<String> ownName = in.optionalLabel("own_name", PhoneSignals.MAX_DEVICE_NAME);
    Optional<String> location = in.optionalLabel("location", Locations.MAX_LOCATION);
    Optional<Sighting> seen = in.has("seen") ? sighting(in, in.object("seen")) : Optional.empty();
    boolean used = in.truth("used");
    return in.wrong().isPresent()
        ? Optional.empty()
        : pairing.map(found -> new Device(found, givenName, ownName, location, seen, used));
  }

  private static Optional<Pairing> pairing(Fields in) {
    String id = in.text("device_id");
    String key = in.text("key");
    String connection = in.text("connection_type");
    Optional<Role> role = Role.named(in.text("role"));
    Instant expiresAt = in.instant("expires_at");
    Optional<ConnectionType> type =
        Arrays.stream(ConnectionType.values())
            .filter(one -> one.wireName().equals(connection))
            .findFirst();
    boolean usable = DeviceId.isValid(id) && isKey(key) && role.isPresent() && type.isPresent();
    return usable
        ? Optional.of(
            new Pairing(
                new DeviceId(id),
                new TokenKey(HexFormat.of().parseHex(key)),
                type.get(),
                role.get(),
                expiresAt))
        : Optional.empty();
  }

  private static boolean isKey(String text) {
    return text.length() == KEY_DIGITS && text.chars().allMatch(c -> Hex.digit(c) >= 0);
  }

  private static Optional<Sighting> sighting(Fields device, Fields in) {
    Instant at = in.instant("at");
    Optional<String> address = in.optionalLabel("address", MAX_ADDRESS);
    Optional<ConnectionPath> path = ConnectionPath.named(in.text("path"));
    device.adopt(in);
    if (path.isEmpty()) {
      device.outOfRange("seen");
    }
    return path.map(way -> new Sighting(at, address, way));
  }
}
