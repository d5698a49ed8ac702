package dev.contop.domain.control;

import java.util.EnumSet;
import java.util.Set;

/** The buttons that a phone has pressed and not yet released; they never outlive its peer (T34). */
public record HeldInputs(Set<MouseButton> buttons) {

  public static final HeldInputs NONE = new HeldInputs(Set.of());

  public HeldInputs {
    buttons = Set.copyOf(buttons);
  }

  public boolean isEmpty() {
    return buttons.isEmpty();
  }

  public HeldInputs with(MouseButton button) {
    if (buttons.contains(button)) {
      return this;
    }
    EnumSet<MouseButton> more = EnumSet.of(button);
    more.addAll(buttons);
    return new HeldInputs(more);
  }

  public HeldInputs without(MouseButton button) {
    if (!buttons.contains(button)) {
      return this;
    }
    EnumSet<MouseButton> fewer = EnumSet.noneOf(MouseButton.class);
    fewer.addAll(buttons);
    fewer.remove(button);
    return new HeldInputs(fewer);
  }
}
