package dev.contop.planted.domain;

import java.util.UUID;

/** Is not given its ids. */
public final class DrawsIds {
  public UUID id() {
    return UUID.randomUUID();
  }
}
