package dev.contop.wire;

/** Whether text is text: UTF-8 and UTF-16 well-formedness (Unicode, section 3.9). */
final class Unicode {

  static final int MAX_SHOWN = 32;

  private static final char REPLACEMENT = '\uFFFD';

  private Unicode() {}

  /** Whether the bytes are UTF-8: shortest forms only, no surrogates, nothing above U+10FFFF. */
  static boolean isUtf8(byte[] bytes) {
    int at = 0;
    while (at < bytes.length) {
      if (bytes[at] >= 0) {
        at++;
        continue;
      }
      int length = sequenceLength(bytes, at);
      if (length == 0) {
        return false;
      }
      at += length;
    }
    return true;
  }

  /** The length of the sequence of more than one byte that begins here, or 0 if there is none. */
  private static int sequenceLength(byte[] bytes, int at) {
    int lead = bytes[at] & 0xFF;
    int length;
    // The second byte carries the limits that rule out overlong forms, surrogates and U+110000 on.
    int lowest = 0x80;
    int highest = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF) {
      length = 2;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
      length = 3;
      lowest = lead == 0xE0 ? 0xA0 : lowest;
      highest = lead == 0xED ? 0x9F : highest;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
      length = 4;
      lowest = lead == 0xF0 ? 0x90 : lowest;
      highest = lead == 0xF4 ? 0x8F : highest;
    } else {
      return 0;
    }
    if (length > bytes.length - at) {
      return 0;
    }
    int second = bytes[at + 1] & 0xFF;
    if (second < lowest || second > highest) {
      return 0;
    }
    for (int i = at + 2; i < at + length; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }

  /** Whether every surrogate is one half of a pair. */
  static boolean isWellFormed(CharSequence text) {
    return firstLoneSurrogate(text, 0) < 0;
  }

  /** The same text with U+FFFD in the place of each unpaired surrogate. */
  static String wellFormed(String text) {
    int lone = firstLoneSurrogate(text, 0);
    if (lone < 0) {
      return text;
    }
    StringBuilder mended = new StringBuilder(text);
    while (lone >= 0) {
      mended.setCharAt(lone, REPLACEMENT);
      lone = firstLoneSurrogate(mended, lone + 1);
    }
    return mended.toString();
  }

  private static int firstLoneSurrogate(CharSequence text, int from) {
    int at = from;
    while (at < text.length()) {
      int point = Character.codePointAt(text, at);
      if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
        return at;
      }
      at += Character.charCount(point);
    }
    return -1;
  }

  /** Whether the text has a character that moves a cursor, ends a line or ends a C string. */
  static boolean hasControls(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }

  /** A name that the phone used, made safe to send back and to log. */
  static String shown(String name) {
    return name.substring(0, Math.min(name.length(), MAX_SHOWN)).replaceAll("[^A-Za-z0-9_.-]", "?");
  }
}
