package dev.contop.domain.pairing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The devices that are paired, each with its one pairing (T91). Immutable: each move answers with
 * the devices that follow.
 */
public final class PairedDevices {

  /** More than any household or team has phones. */
  public static final int MOST = 256;

  public static final PairedDevices NONE = new PairedDevices(Map.of());

  private final Map<DeviceId, Device> byId;

  private PairedDevices(Map<DeviceId, Device> byId) {
    this.byId = byId;
  }

  /** These devices, the first {@value #MOST} of them; of two with one id the later. */
  public static PairedDevices of(Collection<Device> devices) {
    return new PairedDevices(
        devices.stream()
            .limit(MOST)
            .collect(
                Collectors.toMap(
                    Device::id, Function.identity(), (one, later) -> later, LinkedHashMap::new)));
  }

  /** All of them, in the order in which they were first paired. */
  public List<Device> all() {
    return List.copyOf(byId.values());
  }

  /** Those that outlive a restart. */
  public List<Device> lasting() {
    return all().stream()
        .filter(device -> device.pairing().connection() == ConnectionType.PERMANENT)
        .toList();
  }

  public Optional<Device> find(DeviceId device) {
    return Optional.ofNullable(byId.get(device));
  }

  /** Whether there is no room for one more of that id. */
  public boolean isFullFor(DeviceId device) {
    return byId.size() >= MOST && !byId.containsKey(device);
  }

  /** A pairing in place of the one that its device had; what is known of the device stays. */
  public PairedDevices paired(Pairing pairing, Optional<String> name) {
    Device before = find(pairing.device()).orElseGet(() -> Device.of(pairing));
    return with(before.pairedAgain(pairing, name));
  }

  /** The same with that device as it is now. */
  public PairedDevices with(Device device) {
    Map<DeviceId, Device> more = new LinkedHashMap<>(byId);
    more.put(device.id(), device);
    return new PairedDevices(more);
  }

  /** The same without that device. */
  public PairedDevices without(DeviceId device) {
    Map<DeviceId, Device> less = new LinkedHashMap<>(byId);
    less.remove(device);
    return new PairedDevices(less);
  }

  /** The pairing that has that key and has not expired (T2). */
  public Optional<Pairing> recognize(TokenKey key, Instant now) {
    Optional<Pairing> found = Optional.empty();
    // All are compared, whichever matches: the time tells nothing.
    for (Device device : byId.values()) {
      Pairing pairing = device.pairing();
      if (pairing.key().matches(key) && !pairing.isExpiredAt(now)) {
        found = Optional.of(pairing);
      }
    }
    return found;
  }

  /** Whether that pairing is still its device's own and has not expired. */
  public boolean holds(Pairing pairing, Instant now) {
    return find(pairing.device())
        .map(Device::pairing)
        .filter(current -> current.key().matches(pairing.key()) && !current.isExpiredAt(now))
        .isPresent();
  }

  /** Those whose time is up. */
  public List<Device> expired(Instant now) {
    return all().stream().filter(device -> device.pairing().isExpiredAt(now)).toList();
  }

  /** What is left of them at that time: nobody who has expired, no address that is too old (T8). */
  public PairedDevices at(Instant now) {
    List<Device> left = new ArrayList<>();
    for (Device device : byId.values()) {
      if (!device.pairing().isExpiredAt(now)) {
        left.add(device.at(now));
      }
    }
    return of(left);
  }

  /** When {@link #at} next makes a difference; nothing when it never does. */
  public Optional<Instant> due() {
    return byId.values().stream().map(Device::due).min(Instant::compareTo);
  }

  /** Says how many there are, and nothing of them. */
  @Override
  public String toString() {
    return "PairedDevices[" + byId.size() + "]";
  }
}
