package dev.contop.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.limits.Limits;
import dev.contop.domain.limits.Ticks;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A host and its phone over a link that delays, loses pointer events and breaks at any time: the
 * phone sees every message once and in order, and no rule is broken (T30 to T42, T50 to T55).
 *
 * <p>{@code -Dcontop.simulate=N} plays N events instead of some 100,000 in all; {@code
 * -Dcontop.seed=S} takes another seed.
 */
@Timeout(7200)
class SimulationTest {

  /** Longer than anything is on its way; the heartbeat keeps the world going. */
  private static final Duration SETTLING = Duration.ofSeconds(60);

  private static final int EVENTS = Integer.getInteger("contop.simulate", 105_000) / 3;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldLoseNothingAndRunNothingUnapproved(long number) {
    // Given
    long seed = Long.getLong("contop.seed", 20_240_611L) + number;
    AtomicLong events = new AtomicLong();
    Agenda agenda = new Agenda(seed);
    SimulatedHost host = new SimulatedHost(agenda, Limits.standard(), events::incrementAndGet);
    SimulatedPhone phone = new SimulatedPhone(agenda, host);

    // When
    try {
      while (events.get() < EVENTS) {
        agenda.next();
      }
      phone.rest();
      Ticks end = agenda.now().plus(SETTLING);
      while (agenda.now().isBefore(end)) {
        agenda.next();
      }
    } catch (AssertionError | RuntimeException broken) {
      throw new AssertionError("seed " + seed + ", event " + events + ": " + broken, broken);
    }

    // Then
    System.out.printf(
        "simulated, seed %d: %d events, %d connections, %d commands, %d messages%n",
        seed, events.get(), phone.connections(), host.started(), phone.seen().size());
    assertThat(phone.seen()).isEqualTo(host.numbered());
    assertThat(phone.connections()).isGreaterThan(EVENTS / 2_000);
    assertThat(host.started()).isGreaterThan(EVENTS / 2_000);
  }
}
