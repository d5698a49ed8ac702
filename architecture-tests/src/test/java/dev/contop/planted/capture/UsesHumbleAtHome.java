package dev.contop.planted.capture;

import io.humble.planted.StandIn;

/** Uses a library that lives elsewhere. */
public final class UsesHumbleAtHome {
  public Class<?> library() {
    return StandIn.class;
  }
}
