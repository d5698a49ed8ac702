package dev.contop.os.input;

import dev.contop.os.x11.Keysyms;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** The names by which phones call keys (T61): of special keys, or the character itself. */
final class KeyNames {

  private static final int FUNCTION_KEYS = 24;
  private static final Map<String, Integer> SPECIAL = special();

  private KeyNames() {}

  /** The keysym of the key called {@code name}, in whatever case; empty for a name unknown. */
  static OptionalInt keysymOf(String name) {
    if (name.codePointCount(0, name.length()) == 1) {
      int character = name.codePointAt(0);
      // The key is meant and not the letter: "C" is the key "c", Shift is a key of its own.
      return Characters.canBeTyped(character)
          ? OptionalInt.of(Characters.keysymOf(Character.toLowerCase(character)))
          : OptionalInt.empty();
    }
    Integer special = SPECIAL.get(name.strip().toLowerCase(Locale.ROOT));
    return special == null ? OptionalInt.empty() : OptionalInt.of(special);
  }

  private static Map<String, Integer> special() {
    Map<String, Integer> names = new HashMap<>();
    put(names, Keysyms.CONTROL, "ctrl", "control");
    put(names, Keysyms.SHIFT, "shift");
    put(names, Keysyms.ALT, "alt", "option");
    put(names, Keysyms.SUPER, "super", "meta", "win", "windows", "cmd", "command");
    put(names, Keysyms.RETURN, "enter", "return");
    put(names, Keysyms.TAB, "tab");
    put(names, Keysyms.ESCAPE, "esc", "escape");
    put(names, Keysyms.ofCharacter(' '), "space");
    put(names, Keysyms.BACKSPACE, "backspace");
    put(names, Keysyms.DELETE, "delete", "del");
    put(names, Keysyms.INSERT, "insert", "ins");
    put(names, Keysyms.HOME, "home");
    put(names, Keysyms.END, "end");
    put(names, Keysyms.PAGE_UP, "pageup", "pgup");
    put(names, Keysyms.PAGE_DOWN, "pagedown", "pgdn");
    put(names, Keysyms.UP, "up");
    put(names, Keysyms.DOWN, "down");
    put(names, Keysyms.LEFT, "left");
    put(names, Keysyms.RIGHT, "right");
    put(names, Keysyms.CAPS_LOCK, "capslock");
    put(names, Keysyms.PRINT, "printscreen");
    put(names, Keysyms.MENU, "menu");
    for (int i = 1; i <= FUNCTION_KEYS; i++) {
      put(names, Keysyms.F1 + i - 1, "f" + i);
    }
    return Map.copyOf(names);
  }

  private static void put(Map<String, Integer> names, int keysym, String... called) {
    for (String name : called) {
      names.put(name, keysym);
    }
  }
}
