package dev.contop.application.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.time.FakeTicks;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.Refusal;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RefusalLogTest {

  private final Counters counters = new Counters();
  private final FakeTicks clock = new FakeTicks();
  private final RefusalLog log = new RefusalLog(counters, clock);

  @Test
  void shouldCountEveryOneByChannelAndCause() {
    // When
    for (int i = 0; i < 100; i++) {
      log.refused(ChannelLabel.FAST, Refusal.FLOODED);
      clock.advance(Duration.ofMillis(300));
    }
    log.refused(ChannelLabel.RELIABLE, Refusal.MALFORMED);

    // Then T13
    assertThat(counters.snapshot())
        .containsEntry("refused.fast.flooded", 100L)
        .containsEntry("refused.reliable.malformed", 1L)
        .hasSize(2);
  }

  @Test
  void shouldNameTheSameWhateverTheLanguageOfTheMachine() {
    // Given a language whose small i has no dot
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      // When
      log.refused(ChannelLabel.RELIABLE, Refusal.TOO_DEEP);
    } finally {
      Locale.setDefault(before);
    }

    // Then
    assertThat(counters.snapshot()).containsOnlyKeys("refused.reliable.too_deep");
  }
}
