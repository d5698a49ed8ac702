package dev.contop.planted.signaling;

import dev.contop.planted.bootstrap.Wiring;

/** Looks at the one that wires it. */
public final class SeesBootstrap {
  public Wiring wiring() {
    return new Wiring();
  }
}
