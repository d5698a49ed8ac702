package dev.contop.benchmarks.endtoend;

import java.util.Map;
import java.util.Optional;

/** What a script in the page measured: numbers and groups of numbers, by name. */
record Measured(Map<?, ?> values) {

  /**
   * @throws IllegalStateException when the script failed instead
   */
  static Measured of(Object returned) {
    if (returned instanceof Map<?, ?> values && !values.containsKey("error")) {
      return new Measured(values);
    }
    throw new IllegalStateException("The page did not measure: " + returned);
  }

  /** The number of that name; not a number when it could not be measured. */
  double number(String name) {
    return Optional.ofNullable(values.get(name))
        .filter(Number.class::isInstance)
        .map(value -> ((Number) value).doubleValue())
        .orElse(Double.NaN);
  }

  Measured part(String name) {
    return of(Optional.ofNullable(values.get(name)).orElse("nothing of the name " + name));
  }
}
