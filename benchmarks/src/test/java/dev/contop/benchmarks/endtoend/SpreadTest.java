package dev.contop.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void shouldTakeTheMiddleOfAnOddNumber() {
    // When
    Spread spread = Spread.of(List.of(9.0, 1.0, 4.0)).orElseThrow();

    // Then
    assertThat(spread).isEqualTo(new Spread(4, 1, 9));
  }

  @Test
  void shouldTakeTheMeanOfTheMiddleTwoOfAnEvenNumber() {
    // When
    Spread spread = Spread.of(List.of(8.0, 1.0, 4.0, 5.0)).orElseThrow();

    // Then
    assertThat(spread.median()).isEqualTo(4.5);
  }

  @Test
  void shouldLeaveOutWhatCouldNotBeMeasured() {
    // When
    Spread spread = Spread.of(List.of(Double.NaN, 3.0, Double.NaN)).orElseThrow();

    // Then
    assertThat(spread).isEqualTo(new Spread(3, 3, 3));
    assertThat(Spread.of(List.of(Double.NaN))).isEmpty();
    assertThat(Spread.of(List.of())).isEmpty();
  }

  @Test
  void shouldRoundToTheDecimalsThatTheFigureHas() {
    // Given
    Spread spread = new Spread(29.94, 29.66, 30);

    // Then
    assertThat(spread.text(1)).isEqualTo("29.9 [29.7 .. 30.0]");
    assertThat(spread.text(0)).isEqualTo("30 [30 .. 30]");
  }
}
