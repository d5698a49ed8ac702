package dev.contop.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.session.SessionStage.RecordedPeer;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.execution.ShellCommandPolicy;
import dev.contop.domain.limits.Limits;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.session.PeerId;
import dev.contop.domain.session.SessionEvent;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A session whose phone stays away ends by itself and leaves nothing behind. */
class AbsentPhoneTest {

  private static final PeerId FIRST = new PeerId("first");
  private static final PeerId SECOND = new PeerId("second");
  private static final Duration LIFE = Duration.ofMinutes(10);

  private final SessionStage stage =
      new SessionStage(
          ShellCommandPolicy.standard(), Limits.standard().withSessionLife(Optional.of(LIFE)));

  @Test
  void shouldBeForgottenWithItsTimerWhenThePhoneStaysAway() {
    // Given
    OpenSession session = stage.connected(FIRST, new RecordedPeer());
    session.post(new SessionEvent.ChannelClosed(FIRST, ChannelLabel.RELIABLE));
    stage.pool.runAll();

    // When
    stage.pass(LIFE.minusMillis(1));
    assertThat(stage.sessions.find(SessionStage.DEVICE)).contains(session);
    stage.pass(Duration.ofMillis(1));

    // Then
    assertThat(stage.sessions.find(SessionStage.DEVICE)).isEmpty();
    assertThat(session.peer(FIRST)).isEmpty();
    assertThat(stage.schedule.waiting()).isZero();
    assertThat(stage.counters.snapshot()).containsEntry("session.ended.expired", 1L);
  }

  @Test
  void shouldBeForgottenWhenItsPhoneNeverConnected() {
    // Given an offer that came to nothing
    stage.sessions.of(SessionStage.DEVICE, ConnectionType.TEMPORARY);
    stage.pool.runAll();

    // When
    stage.pass(LIFE);

    // Then
    assertThat(stage.sessions.find(SessionStage.DEVICE)).isEmpty();
    assertThat(stage.schedule.waiting()).isZero();
  }

  @Test
  void shouldStayForAPhoneThatComesBackInTime() {
    // Given
    OpenSession session = stage.connected(FIRST, new RecordedPeer());
    session.post(new SessionEvent.ChannelClosed(FIRST, ChannelLabel.RELIABLE));
    stage.pool.runAll();
    stage.pass(LIFE.minusSeconds(1));

    // When
    stage.connected(SECOND, new RecordedPeer());
    stage.pass(LIFE.multipliedBy(3));

    // Then
    assertThat(stage.sessions.find(SessionStage.DEVICE)).contains(session);
  }

  @Test
  void shouldBeginAnewForAPhoneThatComesTooLate() {
    // Given
    OpenSession before = stage.connected(FIRST, new RecordedPeer());
    before.post(new SessionEvent.ChannelClosed(FIRST, ChannelLabel.RELIABLE));
    stage.pool.runAll();
    stage.pass(LIFE);

    // When
    OpenSession after = stage.connected(SECOND, new RecordedPeer());

    // Then
    assertThat(after).isNotSameAs(before);
    assertThat(stage.sessions.find(SessionStage.DEVICE)).contains(after);
  }
}
