package dev.contop.domain.pairing;

import java.time.Instant;

/** A device as it is shown to the computer's owner: what is known of it, and whether it is here. */
public record DeviceStatus(Device device, boolean connected) {

  /** Whether it is connected now, or was at that time or later. */
  public boolean wasHere(Instant since) {
    return connected || device.seen().filter(seen -> !seen.at().isBefore(since)).isPresent();
  }
}
