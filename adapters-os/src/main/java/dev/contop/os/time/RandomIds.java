package dev.contop.os.time;

import dev.contop.application.time.DrawIds;
import java.util.UUID;

/** Draws ids from the JDK's cryptographic source. */
public final class RandomIds implements DrawIds {

  @Override
  public UUID draw() {
    return UUID.randomUUID();
  }
}
