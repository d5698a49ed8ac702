package dev.contop.domain.recording;

import dev.contop.domain.pairing.DeviceId;
import java.util.HashSet;
import java.util.Set;

/**
 * Whose sessions are to be recorded: nobody's, unless the host was started so or somebody at the
 * computer asked for it. What was asked last counts.
 *
 * @param all whether all are that nobody spoke of
 */
public record RecordingWishes(boolean all, Set<DeviceId> wanted, Set<DeviceId> unwanted) {

  public RecordingWishes {
    wanted = Set.copyOf(wanted);
    unwanted = Set.copyOf(unwanted);
  }

  public static RecordingWishes of(boolean all, Set<DeviceId> devices) {
    return new RecordingWishes(all, devices, Set.of());
  }

  public boolean wants(DeviceId device) {
    return wanted.contains(device) || (all && !unwanted.contains(device));
  }

  public RecordingWishes with(DeviceId device) {
    return new RecordingWishes(all, added(wanted, device), removed(unwanted, device));
  }

  public RecordingWishes without(DeviceId device) {
    return new RecordingWishes(all, removed(wanted, device), added(unwanted, device));
  }

  private static Set<DeviceId> added(Set<DeviceId> devices, DeviceId device) {
    Set<DeviceId> more = new HashSet<>(devices);
    more.add(device);
    return more;
  }

  private static Set<DeviceId> removed(Set<DeviceId> devices, DeviceId device) {
    Set<DeviceId> less = new HashSet<>(devices);
    less.remove(device);
    return less;
  }
}
