package dev.contop.application.pairing;

import java.util.Optional;
import java.util.OptionalInt;

/** Finds the addresses under which phones reach this machine. May look at interfaces each time. */
public interface FindAddress {

  /** A name or an IP address without brackets, of the interface that leads outward. */
  String host();

  /** The port under which it is reached there, where that is not the listener's own. */
  default OptionalInt port() {
    return OptionalInt.empty();
  }

  /** The address in a Tailscale network (100.64.0.0/10), if there is one. */
  Optional<String> tailscale();
}
