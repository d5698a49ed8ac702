package dev.contop.planted.capture;

import dev.contop.planted.os.Room;

/** Looks into another adapter. */
public final class SeesOs {
  public Room other() {
    return new Room();
  }
}
