package dev.contop.application.still;

import dev.contop.domain.media.StillWish;

/** Takes a picture of the screen as it is now: for phones, for the desk, and for agents (T74). */
public interface TakeStill {

  /**
   * Takes a still. Any thread; never blocks and never throws. {@code observer} is told once, mostly
   * within some tenths of a second, from whichever thread has it.
   *
   * @param atMostBytes how large the JPEG may be: quality, then size, go down until it fits
   */
  void take(StillWish wish, int atMostBytes, ObserveStill observer);
}
