package dev.contop.planted.webrtc;

import dev.contop.planted.capture.Room;

/** Looks into another adapter. */
public final class SeesCapture {
  public Room other() {
    return new Room();
  }
}
