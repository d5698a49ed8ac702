package dev.contop.domain.session;

import static dev.contop.domain.session.Rehearsal.FIRST;
import static dev.contop.domain.session.Rehearsal.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.media.VideoFigures;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Figures of the video: once a second, for who asks, and nobody is woken for anyone else (T78). */
class FigureMovesTest {

  private static final VideoFigures FIGURES =
      new VideoFigures(
          30,
          Optional.empty(),
          Optional.of("VP8"),
          Optional.empty(),
          Optional.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          new VideoFigures.Times(
              Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));

  private final Rehearsal session = new Rehearsal().connected(FIRST);

  private long measured() {
    return session.effects(Effect.MeasurePeer.class).size();
  }

  @Test
  void shouldMeasureNothingForWhoDoesNotAsk() {
    // Given
    Ticks before = session.session().nextDeadline();

    // When
    session.later(Duration.ofSeconds(5));

    // Then
    assertThat(measured()).isZero();
    assertThat(session.session().nextFigures()).isEqualTo(Ticks.NEVER);
    assertThat(before.since(Ticks.ZERO)).isGreaterThanOrEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void shouldMeasureAtOnceAndThenOnceASecond() {
    // When
    session.hears(new PhoneMessage.WatchFigures(true));
    assertThat(measured()).isEqualTo(1);
    for (int i = 0; i < 5; i++) {
      session.later(Duration.ofSeconds(1));
    }

    // Then
    assertThat(measured()).isEqualTo(6);
    assertThat(session.session().nextDeadline())
        .isEqualTo(session.now().plus(Duration.ofSeconds(1)));
  }

  @Test
  void shouldTellThePhoneThatAsked() {
    session.hears(new PhoneMessage.WatchFigures(true)).forget();

    session.play(new SessionEvent.PeerMeasured(FIRST, FIGURES));
    session.play(new SessionEvent.PeerMeasured(SECOND, FIGURES));

    assertThat(session.sent()).containsExactly(new HostMessage.Statistics(FIGURES));
  }

  @Test
  void shouldStopWhenTheyAreNotWantedAnyMore() {
    session.hears(new PhoneMessage.WatchFigures(true));
    session.hears(new PhoneMessage.WatchFigures(false)).forget();

    session.play(new SessionEvent.PeerMeasured(FIRST, FIGURES));
    session.later(Duration.ofSeconds(3));

    assertThat(session.sent(HostMessage.Statistics.class)).isEmpty();
    assertThat(measured()).isZero();
  }

  @Test
  void shouldEndWithTheConnection() {
    session.hears(new PhoneMessage.WatchFigures(true));

    session.lost(FIRST).forget();
    session.later(Duration.ofSeconds(3));

    assertThat(measured()).isZero();
    assertThat(session.session().nextFigures()).isEqualTo(Ticks.NEVER);
  }
}
