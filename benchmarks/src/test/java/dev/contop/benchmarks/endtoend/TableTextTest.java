package dev.contop.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTextTest {

  @Test
  void shouldPrintMarkdownWithADashWhereNothingWasMeasured() {
    // Given
    Figures figures = new Figures();
    figures.note("second to none", Column.DECODED, 29.9);
    figures.note("second to none", Column.DECODED, 29.5);
    figures.note("second to none", Column.DECODED, 30);
    figures.note("a peer", Column.DECODED, 17.6);
    figures.note("second to none", Column.LAST_PACKET_P99, 28.4);
    figures.note("a peer", Column.LAST_PACKET_P99, Double.NaN);

    // When
    String text = TableText.of("", List.of(Column.DECODED, Column.LAST_PACKET_P99), figures);

    // Then
    assertThat(text)
        .isEqualTo(
            """
            |  | frames/s | to last packet p99, ms |
            | --- | ---: | ---: |
            | second to none | 29.9 [29.5 .. 30.0] | 28 [28 .. 28] |
            | a peer | 17.6 [17.6 .. 17.6] | – |
            """);
  }
}
