package dev.contop.benchmarks.endtoend;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The median of what several runs measured, and its range. */
record Spread(double median, double lowest, double highest) {

  /** Values that could not be measured (not a number) are left out; empty when none is left. */
  static Optional<Spread> of(List<Double> values) {
    List<Double> sorted = values.stream().filter(value -> !Double.isNaN(value)).sorted().toList();
    if (sorted.isEmpty()) {
      return Optional.empty();
    }
    int size = sorted.size();
    double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    return Optional.of(new Spread(median, sorted.get(0), sorted.get(size - 1)));
  }

  /** Such as {@code 29.9 [29.7 .. 30.0]}. */
  String text(int decimals) {
    String one = "%." + decimals + "f";
    return String.format(
        Locale.ROOT, one + " [" + one + " .. " + one + "]", median, lowest, highest);
  }
}
