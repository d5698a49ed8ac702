package dev.contop.application.pairing;

import dev.contop.domain.pairing.Device;
import java.util.List;

/**
 * Keeps the devices whose pairings outlive a restart (T91). Blocks for some milliseconds; called
 * one at a time.
 */
public interface KeepDevices {

  /** Those that were kept last; none when what is there cannot be used, which it says itself. */
  List<Device> load();

  /**
   * Keeps these and no others. Whatever happens meanwhile, a later {@link #load} finds either what
   * was kept before or these.
   *
   * @throws NotKept when it cannot, and what was kept before still is
   */
  void save(List<Device> devices) throws NotKept;
}
