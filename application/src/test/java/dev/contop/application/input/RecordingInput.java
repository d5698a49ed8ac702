package dev.contop.application.input;

import dev.contop.domain.control.HeldInputs;
import dev.contop.domain.control.InputAction;
import dev.contop.domain.control.MouseButton;
import dev.contop.domain.control.ScreenPoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A fake desktop of 1280 by 800 pixels that keeps what is done to it. */
public final class RecordingInput implements InjectInput, DesktopProbe {

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;
  private static final int KEYS_TOGETHER = 8;
  private static final int TEXT_LENGTH = 4096;
  private static final Set<String> NAMED =
      Set.of("ctrl", "shift", "alt", "super", "enter", "tab", "esc", "space", "delete", "f5");

  private final List<InputAction> actions = new ArrayList<>();
  private final List<String> events = new ArrayList<>();
  private final Set<MouseButton> pressed = EnumSet.noneOf(MouseButton.class);
  private ScreenPoint pointer = new ScreenPoint(WIDTH / 2, HEIGHT / 2);
  private Optional<String> refusal = Optional.empty();

  /** From now on refuses everything. */
  public void refuse(String reason) {
    refusal = Optional.of(reason);
  }

  /** All that was done, in order. */
  public List<InputAction> actions() {
    return List.copyOf(actions);
  }

  @Override
  public void inject(InputAction action) throws InputRefused {
    if (refusal.isPresent()) {
      throw new InputRefused(refusal.get());
    }
    act(action);
    actions.add(action);
  }

  private void act(InputAction action) throws InputRefused {
    if (action instanceof InputAction.MoveTo move) {
      moveTo(move.to().x(), move.to().y());
    } else if (action instanceof InputAction.MoveBy move) {
      moveTo(pointer.x() + move.dx(), pointer.y() + move.dy());
    } else if (action instanceof InputAction.Press press) {
      press(press.button());
    } else if (action instanceof InputAction.Release release) {
      release(release.button());
    } else if (action instanceof InputAction.Click click) {
      for (int i = 0; i < click.times(); i++) {
        press(click.button());
        release(click.button());
      }
    } else if (action instanceof InputAction.Scroll scroll) {
      events.addAll(
          Collections.nCopies(scroll.notches(), "scroll " + lower(scroll.direction().name())));
    } else if (action instanceof InputAction.PressKeys keys) {
      pressKeys(keys.keys());
    } else if (action instanceof InputAction.TypeText text) {
      type(text.text());
    }
  }

  private void moveTo(int x, int y) {
    pointer =
        new ScreenPoint(Math.max(0, Math.min(WIDTH - 1, x)), Math.max(0, Math.min(HEIGHT - 1, y)));
  }

  private void press(MouseButton button) {
    pressed.add(button);
    events.add(lower(button.name()) + " down");
  }

  private void release(MouseButton button) {
    pressed.remove(button);
    events.add(lower(button.name()) + " up");
  }

  private void pressKeys(List<String> keys) throws InputRefused {
    if (keys.isEmpty() || keys.size() > KEYS_TOGETHER) {
      throw new InputRefused("Between 1 and " + KEYS_TOGETHER + " keys can be pressed together.");
    }
    for (String key : keys) {
      if (key.length() > 1 && !NAMED.contains(lower(key))) {
        throw new InputRefused("There is no key called \"" + key + "\".");
      }
    }
    keys.forEach(key -> events.add(lower(key) + " down"));
    for (int i = keys.size() - 1; i >= 0; i--) {
      events.add(lower(keys.get(i)) + " up");
    }
  }

  private void type(String text) throws InputRefused {
    if (text.length() > TEXT_LENGTH || text.indexOf(0) >= 0) {
      throw new InputRefused("This text cannot be typed.");
    }
    text.codePoints()
        .mapToObj(character -> character == '\n' ? "enter" : Character.toString(character))
        .forEach(character -> events.addAll(List.of(character + " down", character + " up")));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  @Override
  public void release(HeldInputs held) {
    held.buttons().forEach(this::release);
  }

  @Override
  public ScreenPoint pointer() {
    return pointer;
  }

  @Override
  public Set<MouseButton> pressed() {
    return Set.copyOf(pressed);
  }

  @Override
  public List<String> events(int expected) {
    List<String> seen = List.copyOf(events);
    events.clear();
    return seen;
  }
}
