package dev.contop.domain.confirmation;

import java.util.Arrays;

/**
 * Text as UTF-8 in which no two texts are the same: an unpaired surrogate, for which UTF-8 has no
 * form, is written as the three bytes that a character of its number would take.
 */
final class Utf8 {

  private static final int LONGEST = 4;

  private Utf8() {}

  static byte[] of(CharSequence text) {
    byte[] bytes = new byte[text.length() * LONGEST];
    int at = 0;
    int read = 0;
    while (read < text.length()) {
      int point = Character.codePointAt(text, read);
      at = put(point, bytes, at);
      read += Character.charCount(point);
    }
    return Arrays.copyOf(bytes, at);
  }

  private static int put(int point, byte[] into, int from) {
    int at = from;
    if (point < 0x80) {
      into[at++] = (byte) point;
    } else if (point < 0x800) {
      into[at++] = (byte) (0xC0 | (point >> 6));
      into[at++] = tail(point);
    } else if (point < 0x10000) {
      into[at++] = (byte) (0xE0 | (point >> 12));
      into[at++] = tail(point >> 6);
      into[at++] = tail(point);
    } else {
      into[at++] = (byte) (0xF0 | (point >> 18));
      into[at++] = tail(point >> 12);
      into[at++] = tail(point >> 6);
      into[at++] = tail(point);
    }
    return at;
  }

  private static byte tail(int bits) {
    return (byte) (0x80 | (bits & 0x3F));
  }
}
