package dev.contop.application.pairing;

import java.util.Optional;

/** Finds the addresses under which phones reach this machine. May look at interfaces each time. */
public interface FindAddress {

  /** A name or an IP address without brackets, of the interface that leads outward. */
  String host();

  /** The address in a Tailscale network (100.64.0.0/10), if there is one. */
  Optional<String> tailscale();
}
