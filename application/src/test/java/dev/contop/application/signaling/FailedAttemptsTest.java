package dev.contop.application.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.limits.Ticks;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** T2: failures are limited by address, in bounded memory, and nobody gets out of it. */
class FailedAttemptsTest {

  private static final Duration EVERY = Duration.ofSeconds(6);

  private final FailedAttempts attempts = new FailedAttempts(3, EVERY, 100);
  private Ticks now = Ticks.ZERO;

  /** How many of so many failures of this address were still heard. */
  private int heard(String address, int times) {
    int heard = 0;
    for (int i = 0; i < times; i++) {
      heard += attempts.isTooMany(address, now) ? 0 : 1;
    }
    return heard;
  }

  @Test
  void shouldHearSoManyInARowAndThenOneEachInterval() {
    assertThat(heard("192.0.2.1", 50)).isEqualTo(3);
    assertThat(heard("192.0.2.2", 1)).isEqualTo(1);

    now = now.plus(EVERY.multipliedBy(2));
    assertThat(heard("192.0.2.1", 50)).isEqualTo(2);
  }

  @Test
  void shouldTakeTheAddressesOfOneCustomerAsOne() {
    int heard = 0;
    for (int i = 1; i <= 50; i++) {
      heard += heard("2001:db8:1:2::" + Integer.toHexString(i), 1);
    }

    assertThat(heard).isEqualTo(3);
    assertThat(attempts.size()).isEqualTo(1);
  }

  @Test
  void shouldNotLetManyAddressesWashOffWhatOneDid() {
    // Given
    heard("192.0.2.1", 3);

    // When ten thousand others fail, far more than are remembered
    int others = 0;
    for (int i = 0; i < 10_000; i++) {
      others += heard("10.0." + i / 256 + "." + i % 256, 1);
    }

    // Then it has nothing gained, and they share what is left
    assertThat(heard("192.0.2.1", 3)).isZero();
    assertThat(others).isEqualTo(99 + 30);
    assertThat(attempts.size()).isEqualTo(100);
  }

  @Test
  void shouldForgetThoseWithoutADebt() {
    // Given
    for (int i = 0; i < 200; i++) {
      heard("10.0.0." + i, 3);
    }

    // When
    now = now.plus(EVERY.multipliedBy(4));

    // Then
    assertThat(heard("192.0.2.1", 5)).isEqualTo(3);
    assertThat(attempts.size()).isEqualTo(1);
  }
}
