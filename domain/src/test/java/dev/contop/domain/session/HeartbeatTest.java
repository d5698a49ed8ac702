package dev.contop.domain.session;

import static dev.contop.domain.session.Rehearsal.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.execution.OutputStreamKind;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

  private static final Duration INTERVAL = Duration.ofSeconds(30);

  private final Rehearsal session = new Rehearsal().connected(FIRST);

  @Test
  void shouldSendAKeepaliveEveryThirtySeconds() {
    // When
    session.later(Duration.ofMillis(29_999));
    assertThat(session.sent()).isEmpty();
    session.later(Duration.ofMinutes(5));

    // Then T18
    assertThat(session.sent()).hasSize(10).allMatch(HostMessage.Keepalive.class::isInstance);
  }

  @Test
  void shouldSendItPastAFullQueue() {
    // Given a peer whose window is full, with more behind it
    session.running("seq 100000").written(FIRST);
    for (int i = 0; i < 100; i++) {
      session.wrote(OutputStreamKind.STDOUT, "line");
    }
    session.forget();

    // When
    session.later(INTERVAL);

    // Then T18
    assertThat(session.sent()).containsExactly(new HostMessage.Keepalive());
  }

  @Test
  void shouldNotPileKeepalivesUpBehindAStuckChannel() {
    // When a day passes and the peer writes nothing
    session.later(Duration.ofDays(1));

    // Then T17
    assertThat(session.session().outbox().inFlight())
        .isLessThanOrEqualTo(session.limits().sendWindow() + 1);
  }

  @Test
  void shouldWarnOnceAfterThreeSilentKeepalivesInARow() {
    // When: the opening counts as life before the first
    session.later(INTERVAL.multipliedBy(3));
    assertThat(session.effects(Effect.WarnOfSilence.class)).isEmpty();
    session.later(INTERVAL.multipliedBy(20));

    // Then T19
    assertThat(session.effects(Effect.WarnOfSilence.class))
        .containsExactly(new Effect.WarnOfSilence(FIRST));
    assertThat(session.session().link()).isInstanceOf(Link.Live.class);
  }

  @Test
  void shouldWarnAgainAfterLifeReturnedAndLeft() {
    // Given
    session.later(INTERVAL.multipliedBy(6)).hears(new PhoneMessage.Keepalive()).forget();

    // When
    session.later(INTERVAL.multipliedBy(6));

    // Then T19
    assertThat(session.effects(Effect.WarnOfSilence.class)).hasSize(1);
  }

  @Test
  void shouldTakeAnyMessageForLife() {
    // When something unreadable arrives every 50 s
    for (int i = 0; i < 10; i++) {
      session.later(Duration.ofSeconds(50));
      session.play(
          new SessionEvent.MessageRefused(
              FIRST, ChannelLabel.FAST, Refusal.MALFORMED, Optional.empty()));
    }

    // Then T18
    assertThat(session.effects(Effect.WarnOfSilence.class)).isEmpty();
  }

  @Test
  void shouldGoOnWhileThePeerIsSuspect() {
    // Given
    session.connectivity(FIRST, Connectivity.DISCONNECTED);

    // When
    session.later(INTERVAL.multipliedBy(2));

    // Then T18
    assertThat(session.sent(HostMessage.Keepalive.class)).hasSize(2);
  }

  @Test
  void shouldNotBunchUpAfterALateTick() {
    // When the tick comes five minutes late
    session.pass(Duration.ofMinutes(5)).play(new SessionEvent.TimePassed());
    session.play(new SessionEvent.TimePassed());

    // Then
    assertThat(session.sent(HostMessage.Keepalive.class)).hasSize(1);
    assertThat(session.session().nextDeadline()).isEqualTo(session.now().plus(INTERVAL));
  }

  @Test
  void shouldEndWithThePeer() {
    // When
    session.lost(FIRST).forget();

    // Then
    assertThat(session.session().link()).isInstanceOf(Link.Absent.class);
    assertThat(session.play(new SessionEvent.TimePassed()).effects()).isEmpty();
  }
}
