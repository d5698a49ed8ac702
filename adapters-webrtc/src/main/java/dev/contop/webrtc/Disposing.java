package dev.contop.webrtc;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives native things back. */
final class Disposing {

  private static final Logger LOG = LoggerFactory.getLogger(Disposing.class);

  private Disposing() {}

  /**
   * The library throws an {@link Error} where something else still holds what is given back, and a
   * {@link NullPointerException} where it is gone already; what comes after must happen all the
   * same.
   */
  static void quietly(Runnable step) {
    try {
      step.run();
    } catch (Throwable stillHeldOrGone) {
      LOG.debug("Giving something native back failed: {}", stillHeldOrGone.getClass().getName());
    }
  }
}
