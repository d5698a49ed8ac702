package dev.contop.os.x11;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The meaning of a keyboard's keys: the keysyms of each keycode, two for each layout ("group"),
 * without and with Shift (X11 protocol, section 5).
 */
public final class Keymap {

  private static final int LAYOUTS = 2;

  private final int minKeycode;
  private final int each;
  private final int[] symbols;

  public Keymap(int minKeycode, int symbolsEach, int[] symbols) {
    this.minKeycode = minKeycode;
    this.each = symbolsEach;
    this.symbols = symbols.clone();
  }

  /** A key, and whether Shift has to be down with it. */
  public record Stroke(int keycode, boolean shift) {}

  /**
   * How to bring out {@code keysym} while layout {@code group} is on, without Shift if possible.
   */
  public Optional<Stroke> find(int keysym, int group) {
    Optional<Stroke> shifted = Optional.empty();
    for (int key = 0; key < keys(); key++) {
      if (symbol(key, group, 0) == keysym) {
        return Optional.of(new Stroke(minKeycode + key, false));
      }
      if (shifted.isEmpty() && symbol(key, group, 1) == keysym) {
        shifted = Optional.of(new Stroke(minKeycode + key, true));
      }
    }
    return shifted;
  }

  /** The keys without any meaning, the highest first. */
  public List<Integer> free() {
    List<Integer> free = new ArrayList<>();
    for (int key = keys() - 1; key >= 0; key--) {
      if (Arrays.stream(symbols, key * each, (key + 1) * each).allMatch(symbol -> symbol == 0)) {
        free.add(minKeycode + key);
      }
    }
    return free;
  }

  /** Whether {@code keycode} means {@code keysym} and nothing else. */
  public boolean isOnly(int keycode, int keysym) {
    int key = keycode - minKeycode;
    return Arrays.stream(symbols, key * each, (key + 1) * each)
            .allMatch(symbol -> symbol == keysym || symbol == 0)
        && symbols[key * each] == keysym;
  }

  private int keys() {
    return each == 0 ? 0 : symbols.length / each;
  }

  private int symbol(int key, int group, int level) {
    // A key without a meaning of its own in the second layout keeps that of the first. Of a third
    // and fourth layout this map knows nothing but keys that are the same in all.
    if (group > 0 && group < LAYOUTS && each >= 2 * LAYOUTS) {
      int first = key * each + 2 * group;
      if (symbols[first] != 0 || symbols[first + 1] != 0) {
        return symbols[first + level];
      }
    }
    if (group >= LAYOUTS && !Keysyms.isSameInAllLayouts(symbols[key * each])) {
      return 0;
    }
    return level < each ? symbols[key * each + level] : 0;
  }
}
