package dev.contop.planted.signaling;

import io.humble.planted.StandIn;

/** Uses a library that lives elsewhere. */
public final class UsesHumble {
  public Class<?> library() {
    return StandIn.class;
  }
}
