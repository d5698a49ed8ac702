package dev.contop.application.signaling;

import dev.contop.domain.signaling.CloseCode;
import dev.contop.domain.signaling.ToPhone;

/** Carries signaling to one phone. Any thread; never blocks, never throws, keeps the order. */
public interface CarryToPhone {

  void send(ToPhone message);

  /** Closes after what was sent before; what comes later is ignored. */
  void close(CloseCode code, String reason);
}
