package dev.contop.application.signaling;

import dev.contop.domain.signaling.CloseCode;
import dev.contop.domain.signaling.ToPhone;

/** Carries signaling to one phone. Any thread; never blocks, never throws, keeps the order. */
public interface CarryToPhone {

  /**
   * The phone has shown that it may come in. Until then a carrier may be given up at any time to
   * make room, and bears less.
   */
  default void trusted() {}

  void send(ToPhone message);

  /** Closes after what was sent before; what comes later is ignored. */
  void close(CloseCode code, String reason);
}
