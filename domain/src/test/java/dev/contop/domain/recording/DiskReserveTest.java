package dev.contop.domain.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.limits.Ticks;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What recordings leave of their disk, and how often they look (T75). */
class DiskReserveTest {

  private static final Ticks LOOKED = Ticks.ZERO.plus(Duration.ofMinutes(1));

  @Test
  void shouldBeTouchedBelowItsLastByteOnly() {
    assertThat(DiskReserve.isTouched(256_000_000)).isFalse();
    assertThat(DiskReserve.isTouched(255_999_999)).isTrue();
    assertThat(DiskReserve.isTouched(0)).isTrue();
    assertThat(DiskReserve.isTouched(Long.MAX_VALUE)).isFalse();
  }

  @Test
  void shouldBeLookedAtOnceASecond() {
    assertThat(DiskReserve.isLookDue(LOOKED, LOOKED.plus(Duration.ofMillis(999)))).isFalse();
    assertThat(DiskReserve.isLookDue(LOOKED, LOOKED.plus(Duration.ofSeconds(1)))).isTrue();
  }
}
