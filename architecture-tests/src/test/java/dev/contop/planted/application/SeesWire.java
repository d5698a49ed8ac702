package dev.contop.planted.application;

import dev.contop.planted.wire.Plain;

/** Knows how things are written. */
public final class SeesWire {
  public Plain plain() {
    return new Plain();
  }
}
