package dev.contop.domain.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TicksTest {

  private static final Ticks ONE = new Ticks(1_000);
  private static final Ticks TWO = new Ticks(2_000);

  @Test
  void shouldMeasureForwardsAndBackwards() {
    assertThat(TWO.since(ONE)).isEqualTo(Duration.ofNanos(1_000));
    assertThat(ONE.since(TWO)).isEqualTo(Duration.ofNanos(-1_000));
    assertThat(ONE.plus(Duration.ofNanos(1_000))).isEqualTo(TWO);
  }

  @Test
  void shouldReachADeadlineExactlyAtIt() {
    assertThat(ONE.reachedAt(ONE)).isTrue();
    assertThat(ONE.reachedAt(TWO)).isTrue();
    assertThat(TWO.reachedAt(ONE)).isFalse();
    assertThat(Ticks.NEVER.reachedAt(new Ticks(Long.MAX_VALUE - 1))).isFalse();
  }

  @Test
  void shouldCompare() {
    assertThat(ONE).isLessThan(TWO);
    assertThat(ONE.isBefore(TWO)).isTrue();
    assertThat(ONE.isBefore(ONE)).isFalse();
    assertThat(Ticks.earlier(TWO, ONE)).isEqualTo(ONE);
    assertThat(Ticks.earlier(Ticks.NEVER, TWO)).isEqualTo(TWO);
  }
}
