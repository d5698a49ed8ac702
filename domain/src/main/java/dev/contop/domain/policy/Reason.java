package dev.contop.domain.policy;

import dev.contop.domain.shell.Span;

/** Sentences that name a part of a command. */
final class Reason {

  private static final int SHOWN = 60;

  private Reason() {}

  /** For instance {@code “rm -r x” deletes files.} */
  static String of(Span part, String says) {
    return sentence(part.start(2 * SHOWN), says);
  }

  static String sentence(String part, String says) {
    return "“" + shown(part) + "” " + says + ".";
  }

  /** On one line, without what is invisible, and not long. */
  static String shown(String part) {
    StringBuilder shown = new StringBuilder();
    String text = part.strip();
    int i = 0;
    while (i < text.length() && i < SHOWN) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      shown.appendCodePoint(Unseen.is(c) ? ' ' : c);
    }
    return i < text.length() ? shown.append('…').toString() : shown.toString();
  }
}
