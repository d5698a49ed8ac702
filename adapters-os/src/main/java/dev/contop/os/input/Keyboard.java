package dev.contop.os.input;

import dev.contop.application.input.InputRefused;
import dev.contop.os.x11.FakeEvent;
import dev.contop.os.x11.Keymap;
import dev.contop.os.x11.Keymap.Stroke;
import dev.contop.os.x11.Keysyms;
import dev.contop.os.x11.XConnection;
import dev.contop.os.x11.XUnavailable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Presses keys and types text over one connection. One thread at a time. */
final class Keyboard {

  static final int KEYS_TOGETHER = 8;
  static final int TEXT_LENGTH = 4096;

  private final XConnection x;
  private final BorrowedKeys borrowed;

  Keyboard(XConnection x) {
    this.x = x;
    this.borrowed = new BorrowedKeys(x);
  }

  /** The keyboard map was changed by someone. */
  void mapChanged() {
    borrowed.mapChanged();
  }

  /** Presses the keys in order and releases them in reverse. */
  void press(List<String> names) throws InputRefused, XUnavailable {
    if (names.isEmpty()) {
      throw new InputRefused("No keys were named.");
    }
    if (names.size() > KEYS_TOGETHER) {
      throw new InputRefused("At most " + KEYS_TOGETHER + " keys can be pressed together.");
    }
    int[] keysyms = new int[names.size()];
    for (int i = 0; i < keysyms.length; i++) {
      OptionalInt keysym = KeyNames.keysymOf(names.get(i));
      if (keysym.isEmpty()) {
        throw new InputRefused("There is no key called \"" + shown(names.get(i)) + "\".");
      }
      keysyms[i] = keysym.getAsInt();
    }
    int group = x.pointer().group();
    if (borrowed.borrow(keysyms, group) < keysyms.length) {
      throw new InputRefused("The keyboard has no free key left for one of these.");
    }
    press(keycodes(keysyms, group));
  }

  private Set<Integer> keycodes(int[] keysyms, int group) throws InputRefused, XUnavailable {
    Set<Integer> keycodes = new LinkedHashSet<>();
    for (int keysym : keysyms) {
      Stroke stroke = stroke(keysym, group);
      if (stroke.shift()) {
        keycodes.add(stroke(Keysyms.SHIFT, group).keycode());
      }
      keycodes.add(stroke.keycode());
    }
    return keycodes;
  }

  private void press(Set<Integer> keycodes) throws XUnavailable {
    List<Integer> down = new ArrayList<>();
    try {
      for (int keycode : keycodes) {
        down.add(0, keycode);
        x.fake(FakeEvent.keyDown(keycode));
      }
    } finally {
      for (int keycode : down) {
        x.fake(FakeEvent.keyUp(keycode));
      }
    }
    x.sync();
  }

  /** Types {@code text} into whatever has the focus. */
  void type(String text) throws InputRefused, XUnavailable {
    if (text.length() > TEXT_LENGTH) {
      throw new InputRefused("At most " + TEXT_LENGTH + " characters can be typed at once.");
    }
    int[] keysyms = Characters.keysymsOf(text);
    boolean locked = x.pointer().isCapsLocked();
    if (locked) {
      tapCapsLock();
    }
    try {
      typeAll(keysyms, x.pointer().group());
    } finally {
      if (locked) {
        tapCapsLock();
      }
    }
  }

  private void typeAll(int[] keysyms, int group) throws InputRefused, XUnavailable {
    int done = 0;
    while (done < keysyms.length) {
      int[] rest = Arrays.copyOfRange(keysyms, done, keysyms.length);
      int ready = borrowed.borrow(rest, group);
      if (ready == 0) {
        throw new InputRefused("The keyboard has no free key left for one of the characters.");
      }
      for (int i = 0; i < ready; i++) {
        tap(stroke(rest[i], group), group);
      }
      x.sync();
      done += ready;
    }
  }

  private void tap(Stroke stroke, int group) throws InputRefused, XUnavailable {
    Optional<Stroke> shift =
        stroke.shift() ? Optional.of(stroke(Keysyms.SHIFT, group)) : Optional.empty();
    try {
      if (shift.isPresent()) {
        x.fake(FakeEvent.keyDown(shift.get().keycode()));
      }
      x.fake(FakeEvent.keyDown(stroke.keycode()));
    } finally {
      x.fake(FakeEvent.keyUp(stroke.keycode()));
      if (shift.isPresent()) {
        x.fake(FakeEvent.keyUp(shift.get().keycode()));
      }
    }
  }

  private void tapCapsLock() throws InputRefused, XUnavailable {
    tap(stroke(Keysyms.CAPS_LOCK, 0), 0);
    x.sync();
  }

  private Stroke stroke(int keysym, int group) throws InputRefused, XUnavailable {
    Keymap keymap = borrowed.keymap();
    return borrowed
        .find(keysym)
        .or(() -> keymap.find(keysym, group))
        .orElseThrow(() -> new InputRefused("The keyboard lacks a key that this needs."));
  }

  /** Whether keys are borrowed for missing characters. */
  boolean hasBorrowed() {
    return !borrowed.isEmpty();
  }

  /** Whether no borrowed key was used for so many nanoseconds. */
  boolean isIdleFor(long nanos) {
    return borrowed.isIdleFor(nanos);
  }

  /** Gives the keys back that were borrowed for missing characters. */
  void giveBack() throws XUnavailable {
    borrowed.giveBack();
  }

  private static String shown(String name) {
    return name.length() <= 20 ? name : name.substring(0, 20) + "…";
  }
}
