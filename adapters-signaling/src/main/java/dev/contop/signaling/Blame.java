package dev.contop.signaling;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Says where an exception comes from, without its message: that may quote what a phone sent, and
 * what a phone sends never reaches a log.
 */
final class Blame {

  private static final int FRAMES = 6;

  private Blame() {}

  static String of(Throwable bug) {
    return Arrays.stream(bug.getStackTrace())
        .limit(FRAMES)
        .map(StackTraceElement::toString)
        .collect(Collectors.joining(" < ", bug.getClass().getName() + " at ", ""));
  }
}
