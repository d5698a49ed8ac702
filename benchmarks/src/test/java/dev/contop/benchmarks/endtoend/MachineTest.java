package dev.contop.benchmarks.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MachineTest {

  @Test
  void shouldTellLoadBusyAndStolenTime() {
    // Given
    Machine before = Machine.of("0.10", "cpu  100 0 100 700 100 0 0 0 50 0");
    Machine after = Machine.of("1.90", "cpu  200 0 150 720 110 0 0 20 99 0");

    // Then
    assertThat(after.since(before, 2))
        .isEqualTo("2 cores, load 0.10 before and 1.90 after, busy 85 %, steal 10.0 %");
  }
}
