package dev.contop.application.input;

import dev.contop.domain.control.HeldInputs;
import dev.contop.domain.control.InputAction;

/** Stands where there is no desktop: every input is refused in words. */
public final class NoDesktopInput implements InjectInput {

  @Override
  public void inject(InputAction action) throws InputRefused {
    throw new InputRefused("This is a test pattern; there is no desktop to control.");
  }

  @Override
  public void release(HeldInputs held) {
    // Nothing was ever pressed.
  }
}
