package dev.contop.planted.signaling;

import dev.contop.planted.webrtc.Room;

/** Looks into another adapter. */
public final class SeesWebRtc {
  public Room other() {
    return new Room();
  }
}
