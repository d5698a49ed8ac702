package dev.contop.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableOptionsTest {

  @Test
  void shouldMeasureEverybodyThreeTimesUnlessToldOtherwise() {
    assertThat(TableOptions.read())
        .isEqualTo(new TableOptions(3, 8, List.of(), TableOptions.Further.OURS));
  }

  @Test
  void shouldReadRunsSecondsAndNamesInAnyOrder() {
    assertThat(TableOptions.read("5", "--only", "vp8,aiortc", "--scenes", "all", "2"))
        .isEqualTo(new TableOptions(5, 2, List.of("vp8", "aiortc"), TableOptions.Further.ALL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "many", "--everything", "1 2 3", "--only", "--scenes few"})
  void shouldRefuseWhatItDoesNotKnow(String line) {
    assertThatIllegalArgumentException().isThrownBy(() -> TableOptions.read(line.split(" ")));
  }
}
