package dev.contop.domain.binding;

import java.util.List;

/** Texts as bytes, and bytes as text. */
final class Bytes {

  private Bytes() {}

  /**
   * The ASCII texts one after the other, each as its length in decimal digits, a colon, itself and
   * a comma, so that no two lists give the same bytes.
   */
  static byte[] of(List<String> texts) {
    StringBuilder all = new StringBuilder();
    texts.forEach(text -> all.append(text.length()).append(':').append(text).append(','));
    return ascii(all);
  }

  static byte[] ascii(CharSequence text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = text.charAt(i);
      if (c > 0x7f) {
        throw new IllegalArgumentException("Not ASCII");
      }
      bytes[i] = (byte) c;
    }
    return bytes;
  }

  static String hex(byte[] bytes) {
    StringBuilder hex = new StringBuilder(bytes.length * 2);
    for (byte b : bytes) {
      hex.append(Character.forDigit((b >> 4) & 0xf, 16)).append(Character.forDigit(b & 0xf, 16));
    }
    return hex.toString();
  }
}
