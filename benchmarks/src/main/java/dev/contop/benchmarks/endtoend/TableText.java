package dev.contop.benchmarks.endtoend;

import java.util.List;
import java.util.stream.Collectors;

/** Figures as a table of Markdown. */
final class TableText {

  private TableText() {}

  /**
   * One line a row, each figure its median and range; a dash where nothing was measured.
   *
   * @param first what the rows are, the title of the first column
   */
  static String of(String first, List<Column> columns, Figures figures) {
    StringBuilder text = new StringBuilder();
    text.append(line(first, columns.stream().map(Column::title).toList()));
    text.append("| --- |").append(" ---: |".repeat(columns.size())).append('\n');
    for (String row : figures.rows()) {
      text.append(line(row, columns.stream().map(column -> cell(figures, row, column)).toList()));
    }
    return text.toString();
  }

  private static String cell(Figures figures, String row, Column column) {
    return figures.of(row, column).map(spread -> spread.text(column.decimals())).orElse("–");
  }

  private static String line(String first, List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| " + first + " | ", " |\n"));
  }
}
