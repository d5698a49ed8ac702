package dev.contop.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The command that makes the table works, in a run too short to measure anything. */
class TableIT {

  private static final Pattern ROW =
      Pattern.compile("\\| Contop Host, VP8 \\|( [0-9.]+ \\[[0-9.]+ \\.\\. [0-9.]+\\] \\|)+");

  @Test
  void shouldMeasureEverySceneAndLeaveNothingBehind() throws IOException {
    // Given
    List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
    TableOptions shortest = TableOptions.read("1", "1", "--only", "vp8");

    // When
    String table =
        new Table(
                shortest,
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))
            .measure();

    // Then
    assertThat(table).doesNotContain("failed", "missing");
    assertThat(table.lines().filter(line -> ROW.matcher(line).matches()))
        .as("one whole row in the table and in that of each further scene, in\n%s", table)
        .hasSize(1 + Scene.Further.values().length);
    assertThat(ProcessHandle.current().descendants())
        .as("processes that were started")
        .isSubsetOf(before);
  }
}
