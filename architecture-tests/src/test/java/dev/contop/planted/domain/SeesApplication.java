package dev.contop.planted.domain;

import dev.contop.planted.application.Plain;

/** Looks outward. */
public final class SeesApplication {
  public Plain plain() {
    return new Plain();
  }
}
