package dev.contop.planted.wire;

import dev.contop.planted.application.Plain;

/** Knows who writes. */
public final class SeesApplication {
  public Plain plain() {
    return new Plain();
  }
}
