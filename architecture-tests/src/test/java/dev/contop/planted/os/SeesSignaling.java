package dev.contop.planted.os;

import dev.contop.planted.signaling.Room;

/** Looks into another adapter. */
public final class SeesSignaling {
  public Room other() {
    return new Room();
  }
}
