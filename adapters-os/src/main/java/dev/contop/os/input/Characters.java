package dev.contop.os.input;

import dev.contop.application.input.InputRefused;
import dev.contop.os.x11.Keysyms;

/** Characters as a keyboard brings them out. */
final class Characters {

  private Characters() {}

  /** Whether there can be a key for it: no control character but newline and tab, no half pair. */
  static boolean canBeTyped(int codePoint) {
    return codePoint == '\n'
        || codePoint == '\t'
        || !(Character.isISOControl(codePoint)
            || Character.getType(codePoint) == Character.SURROGATE);
  }

  static int keysymOf(int codePoint) {
    return switch (codePoint) {
      case '\n' -> Keysyms.RETURN;
      case '\t' -> Keysyms.TAB;
      default -> Keysyms.ofCharacter(codePoint);
    };
  }

  /** The keysyms of {@code text}, one for each character; a line end is one, however written. */
  static int[] keysymsOf(String text) throws InputRefused {
    int[] characters = text.replace("\r\n", "\n").replace('\r', '\n').codePoints().toArray();
    for (int i = 0; i < characters.length; i++) {
      if (!canBeTyped(characters[i])) {
        throw new InputRefused(
            String.format("The text holds U+%04X, which no key can type.", characters[i]));
      }
      characters[i] = keysymOf(characters[i]);
    }
    return characters;
  }
}
