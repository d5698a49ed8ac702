package dev.contop.application.input;

import dev.contop.domain.control.HeldInputs;
import dev.contop.domain.control.InputAction;

/**
 * Acts on the desktop's pointer and keyboard.
 *
 * <p>Called from one thread at a time, in order; may block for some milliseconds.
 */
public interface InjectInput {

  /**
   * Does one action; when it returns the desktop has taken it.
   *
   * @throws InputRefused when it cannot be done, with the reason in words; nothing stays pressed
   */
  void inject(InputAction action) throws InputRefused;

  /** Releases what is held; does what it can and never throws. */
  void release(HeldInputs held);
}
