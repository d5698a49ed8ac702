package dev.contop.domain.pairing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a device was last connected, and from where (T8).
 *
 * @param address without a port; forgotten after {@link #ADDRESS_KEPT}
 */
public record Sighting(Instant at, Optional<String> address, ConnectionPath path) {

  public static final Duration ADDRESS_KEPT = Duration.ofDays(30);

  public static Sighting of(Instant at, CameFrom from) {
    return new Sighting(at, Optional.of(from.shown()), from.path());
  }

  /** When its address is to be forgotten, if it still has one. */
  Optional<Instant> addressUntil() {
    return address.map(unused -> at.plus(ADDRESS_KEPT));
  }

  Sighting at(Instant now) {
    return addressUntil().filter(until -> !now.isBefore(until)).isPresent()
        ? new Sighting(at, Optional.empty(), path)
        : this;
  }

  Sighting lastAt(Instant later) {
    return new Sighting(later, address, path);
  }
}
