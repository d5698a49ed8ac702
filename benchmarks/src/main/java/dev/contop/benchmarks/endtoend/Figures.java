package dev.contop.benchmarks.endtoend;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was measured, by row and column; rows stand in the order in which they came. */
final class Figures {

  private final Map<String, Map<Column, List<Double>>> rows = new LinkedHashMap<>();

  void note(String row, Column column, double value) {
    rows.computeIfAbsent(row, unused -> new EnumMap<>(Column.class))
        .computeIfAbsent(column, unused -> new ArrayList<>())
        .add(value);
  }

  Set<String> rows() {
    return rows.keySet();
  }

  Optional<Spread> of(String row, Column column) {
    return Optional.ofNullable(rows.get(row))
        .flatMap(columns -> Optional.ofNullable(columns.get(column)))
        .flatMap(Spread::of);
  }
}
