package dev.contop.application.signaling;

import dev.contop.domain.signaling.FromPhone;
import java.util.function.Consumer;

/** Plays a phone inside the host: a real connection, with nobody at its other end. */
public interface PlayPhone {

  /**
   * Begins an offer with one video to receive and both data channels (T7). Never blocks.
   *
   * @param signaling takes what the phone says; called one at a time, any thread
   */
  PlayedPhone play(Consumer<FromPhone> signaling);
}
