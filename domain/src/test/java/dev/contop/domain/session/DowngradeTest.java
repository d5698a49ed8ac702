package dev.contop.domain.session;

import static dev.contop.domain.session.Rehearsal.FIRST;
import static dev.contop.domain.session.Rehearsal.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.pairing.Role;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** T4: a phone can ask for less than its pairing has, for this session, and never for more. */
class DowngradeTest {

  private final Rehearsal session = new Rehearsal(ConnectionType.PERMANENT, Role.CONTROL);

  private Rehearsal offers(PeerId peer, ConnectionType connection) {
    return session
        .forget()
        .play(new SessionEvent.PeerAnswered(peer, connection))
        .opened(peer)
        .written(peer);
  }

  private ConnectionType told() {
    return session.sent(HostMessage.StateUpdate.class).get(0).connection();
  }

  @Test
  void shouldTreatAPermanentPairingAsTemporaryWhenThePhoneAsksForIt() {
    // When
    offers(FIRST, ConnectionType.TEMPORARY);

    // Then
    assertThat(told()).isEqualTo(ConnectionType.TEMPORARY);
  }

  @Test
  void shouldNotGoBackWithinTheSession() {
    // Given
    offers(FIRST, ConnectionType.TEMPORARY);

    // When
    offers(SECOND, ConnectionType.PERMANENT);

    // Then
    assertThat(told()).isEqualTo(ConnectionType.TEMPORARY);
  }

  @Test
  void shouldNotUpgradeATemporaryPairing() {
    // Given
    Rehearsal temporary = new Rehearsal(ConnectionType.TEMPORARY, Role.CONTROL);

    // When
    temporary.play(new SessionEvent.PeerAnswered(FIRST, ConnectionType.PERMANENT)).opened(FIRST);

    // Then
    assertThat(temporary.session().connection()).isEqualTo(ConnectionType.TEMPORARY);
  }

  @Test
  void shouldEndWhenATemporaryPairingWouldHave() {
    // Given an execution, and a phone that stays
    offers(FIRST, ConnectionType.TEMPORARY).running("sleep 99999").forget();

    // When
    session.later(Duration.ofHours(4).minusNanos(1));
    assertThat(session.effects(Effect.ClosePeer.class)).isEmpty();
    session.later(Duration.ofNanos(1)).ended(137);

    // Then
    assertThat(session.effects(Effect.KillCommand.class)).hasSize(1);
    assertThat(session.effects(Effect.ClosePeer.class))
        .containsExactly(new Effect.ClosePeer(FIRST));
    assertThat(session.effects(Effect.ForgetSession.class))
        .containsExactly(new Effect.ForgetSession(EndCause.PAIRING_EXPIRED));
    assertThat(session.session().isOver()).isTrue();
  }

  @Test
  void shouldCountFromTheFirstTimeThatItAsks() {
    // Given
    offers(FIRST, ConnectionType.TEMPORARY);
    session.later(Duration.ofHours(3));
    offers(SECOND, ConnectionType.TEMPORARY);

    // When
    session.later(Duration.ofHours(1));

    // Then
    assertThat(session.session().isOver()).isTrue();
  }

  @Test
  void shouldLetAPermanentPairingStayOtherwise() {
    // Given
    offers(FIRST, ConnectionType.PERMANENT);

    // When
    session.later(Duration.ofHours(5));

    // Then
    assertThat(session.session().link()).isInstanceOf(Link.Live.class);
  }
}
