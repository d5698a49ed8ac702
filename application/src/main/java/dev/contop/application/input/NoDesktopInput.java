package dev.contop.application.input;

import dev.contop.domain.control.HeldInputs;
import dev.contop.domain.control.InputAction;

/**
 * Stands where there is nothing to control: every input is refused in words.
 *
 * @param reason one sentence for people
 */
public record NoDesktopInput(String reason) implements InjectInput {

  @Override
  public void inject(InputAction action) throws InputRefused {
    throw new InputRefused(reason);
  }

  @Override
  public void release(HeldInputs held) {
    // Nothing was ever pressed.
  }
}
