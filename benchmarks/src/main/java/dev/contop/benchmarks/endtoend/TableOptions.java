package dev.contop.benchmarks.endtoend;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param runs how often everything is measured
 * @param seconds how long each scene is looked at
 * @param only the contenders; empty for all that are usually compared
 * @param scenes who is also measured on the further scenes
 */
record TableOptions(int runs, int seconds, List<String> only, Further scenes) {

  private static final int RUNS = 3;
  private static final int SECONDS = 8;

  /** For whom the further scenes are shown. */
  enum Further {
    OURS,
    ALL,
    NONE
  }

  /**
   * Reads {@code [RUNS [SECONDS]] [--only NAME,...] [--scenes ours|all|none]}.
   *
   * @throws IllegalArgumentException when it is anything else
   */
  static TableOptions read(String... arguments) {
    Deque<String> left = new ArrayDeque<>(Arrays.asList(arguments));
    List<Integer> numbers = new ArrayList<>();
    List<String> only = List.of();
    Further scenes = Further.OURS;
    while (!left.isEmpty()) {
      String next = left.remove();
      switch (next) {
        case "--only" -> only = List.of(value(next, left).split(","));
        case "--scenes" -> scenes = scenes(value(next, left));
        default -> numbers.add(number(next));
      }
    }
    if (numbers.size() > 2) {
      throw new IllegalArgumentException("Too many numbers: " + numbers);
    }
    return new TableOptions(
        numbers.isEmpty() ? RUNS : numbers.get(0),
        numbers.size() < 2 ? SECONDS : numbers.get(1),
        only,
        scenes);
  }

  private static String value(String option, Deque<String> left) {
    if (left.isEmpty()) {
      throw new IllegalArgumentException(option + " wants a value");
    }
    return left.remove();
  }

  private static Further scenes(String text) {
    return Arrays.stream(Further.values())
        .filter(known -> known.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("--scenes is ours, all or none, not " + text));
  }

  private static int number(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException other) {
      // Said below, as for numbers that are too small.
    }
    throw new IllegalArgumentException("Not a number above 0: " + text);
  }

  /** Whether it was asked for by name. */
  boolean wants(Contender contender) {
    return only.contains(contender.name());
  }
}
