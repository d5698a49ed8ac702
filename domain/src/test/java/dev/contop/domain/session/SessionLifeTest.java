package dev.contop.domain.session;

import static dev.contop.domain.session.Rehearsal.FIRST;
import static dev.contop.domain.session.Rehearsal.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.limits.Limits;
import dev.contop.domain.limits.Ticks;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.Role;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A session without a connection ends in time, and what waits in it goes with it (T41). */
class SessionLifeTest {

  private static final Effect FORGOTTEN = new Effect.ForgetSession(EndCause.EXPIRED);

  @ParameterizedTest
  @CsvSource({"TEMPORARY,PT4H", "PERMANENT,PT720H"})
  void shouldWaitAsLongAsItsPairingIsMeantToLast(ConnectionType connection, Duration life) {
    // Given
    Rehearsal session = new Rehearsal(connection, Role.CONTROL);
    session.play(new SessionEvent.PeerAnswered(FIRST, connection)).opened(FIRST).lost(FIRST);

    // When
    session.forget().later(life.minusNanos(1));
    assertThat(session.effects()).isEmpty();
    session.later(Duration.ofNanos(1));

    // Then
    assertThat(session.effects()).containsExactly(FORGOTTEN);
    assertThat(session.session().isOver()).isTrue();
    assertThat(session.session().nextDeadline()).isEqualTo(Ticks.NEVER);
  }

  @Test
  void shouldWaitAsLongAsConfigured() {
    // Given
    Rehearsal session = living(Duration.ofMinutes(10)).connected(FIRST).lost(FIRST).forget();

    // When
    session.later(Duration.ofMinutes(10).minusNanos(1));
    assertThat(session.effects()).isEmpty();
    session.later(Duration.ofNanos(1));

    // Then
    assertThat(session.effects()).containsExactly(FORGOTTEN);
  }

  @Test
  void shouldEndWhenItsPhoneNeverCame() {
    // Given a session whose only offer came to nothing
    Rehearsal session = living(Duration.ofMinutes(10));

    // When
    session.later(Duration.ofMinutes(10));

    // Then
    assertThat(session.effects()).containsExactly(FORGOTTEN);
  }

  @Test
  void shouldCountAnewFromEachLoss() {
    // Given
    Rehearsal session = living(Duration.ofMinutes(10)).connected(FIRST).lost(FIRST);
    session.later(Duration.ofMinutes(9)).connected(SECOND).later(Duration.ofMinutes(9));

    // When
    session.lost(SECOND).forget().later(Duration.ofMinutes(9));

    // Then
    assertThat(session.effects()).isEmpty();
    assertThat(session.later(Duration.ofMinutes(1)).effects()).containsExactly(FORGOTTEN);
  }

  @Test
  void shouldNotEndWhileAPhoneIsThere() {
    // Given
    Rehearsal session = living(Duration.ofMinutes(1)).connected(FIRST);

    // When
    session.later(Duration.ofDays(3));

    // Then
    assertThat(session.effects(Effect.ForgetSession.class)).isEmpty();
    assertThat(session.session().link()).isInstanceOf(Link.Live.class);
  }

  @Test
  void shouldOutlastThePeerThatNeverOpened() {
    // Given a phone that comes at the last moment
    Rehearsal session = living(Duration.ofMinutes(1)).connected(FIRST).lost(FIRST);
    session.later(Duration.ofSeconds(59)).answered(SECOND).forget();

    // When its channel does not open within 15 s
    session.later(Duration.ofSeconds(15).plusMinutes(1).minusNanos(1));

    // Then
    assertThat(session.effects()).containsExactly(new Effect.ClosePeer(SECOND));
    assertThat(session.later(Duration.ofNanos(1)).effects()).endsWith(FORGOTTEN);
  }

  @Test
  void shouldBeForgottenOnlyWhenTheLastProcessIsGone() {
    // Given a command that takes longer to end than the session waits
    Rehearsal session = living(Duration.ofSeconds(1)).connected(FIRST).running("sleep 9");
    session.lost(FIRST).forget();

    // When
    session.later(Duration.ofSeconds(2));
    assertThat(session.effects()).isEmpty();
    session.ended(137);

    // Then
    assertThat(session.effects()).endsWith(FORGOTTEN);
  }

  @Test
  void shouldTurnAwayAPhoneThatComesTooLate() {
    // Given
    Rehearsal session = living(Duration.ofSeconds(1)).later(Duration.ofSeconds(1)).forget();

    // When
    session.answered(SECOND);

    // Then
    assertThat(session.effects()).containsExactly(new Effect.ClosePeer(SECOND));
  }

  private static Rehearsal living(Duration life) {
    return new Rehearsal(Limits.standard().withSessionLife(Optional.of(life)));
  }
}
