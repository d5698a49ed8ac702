package dev.contop.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of the audit log, told to the dashboard (T55). */
class AuditLinesTest {

  @Test
  void shouldTellEachLineAsItIs() {
    List<String> lines = List.of("{\"seq\":1,\"device\":\"é\"}", "{\"seq\": 2}");

    assertThat(AuditLines.write(lines))
        .isEqualTo("{\"lines\":[{\"seq\":1,\"device\":\"é\"},{\"seq\": 2}],\"unreadable\":0}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "7",
        "[]",
        "{}]}",
        "{},{}",
        "{\"a\":1,\"a\":2}",
        "</script>",
        "{\"seq\":3}\u0000"
      })
  void shouldLeaveOutAndCountWhatIsNoLine(String forged) {
    assertThat(AuditLines.write(List.of("{\"seq\":1}", forged, "{\"seq\":2}")))
        .isEqualTo("{\"lines\":[{\"seq\":1},{\"seq\":2}],\"unreadable\":1}");
  }

  @Test
  void shouldKeepTheNewestWhereThereIsTooMuch() {
    // Given
    String long1 = "{\"text\":\"" + "a".repeat(AuditLines.MOST_BYTES / 3) + "\"}";

    // When
    String answer = AuditLines.write(Collections.nCopies(5, long1));

    // Then
    assertThat(answer.getBytes(StandardCharsets.UTF_8).length)
        .isBetween(AuditLines.MOST_BYTES / 2, AuditLines.MOST_BYTES);
    assertThat(answer).startsWith("{\"lines\":[{\"text\"").endsWith("],\"unreadable\":0}");
  }

  @Test
  void shouldTellOfNoLines() {
    assertThat(AuditLines.write(List.of())).isEqualTo("{\"lines\":[],\"unreadable\":0}");
  }
}
