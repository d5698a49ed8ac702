package dev.contop.domain.session;

import static dev.contop.domain.session.Rehearsal.FIRST;
import static dev.contop.domain.session.Rehearsal.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.control.HeldInputs;
import dev.contop.domain.control.InputRequest;
import dev.contop.domain.control.MouseButton;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.execution.StopReason;
import dev.contop.domain.limits.Ticks;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EndingTest {

  private static final SessionEvent STOPPED = new SessionEvent.EndRequested(EndCause.HOST_STOPPED);

  private final Rehearsal session = new Rehearsal().connected(FIRST);

  @ParameterizedTest
  @EnumSource(EndCause.class)
  void shouldTellThePhoneWhyCloseThePeerAndBeForgotten(EndCause cause) {
    // When
    session.play(new SessionEvent.EndRequested(cause));

    // Then
    assertThat(session.sent())
        .containsExactly(new HostMessage.SessionEnded(cause.code(), cause.words()));
    assertThat(session.effects().subList(1, 3))
        .containsExactly(new Effect.ClosePeer(FIRST), new Effect.ForgetSession(cause));
    assertThat(session.session().isOver()).isTrue();
  }

  @Test
  void shouldNotBeForgottenBeforeTheLastProcessIsGone() {
    // Given
    session.running("sleep 9").written(FIRST).forget();

    // When
    session.play(STOPPED);

    // Then
    assertThat(session.effects(Effect.KillCommand.class))
        .containsExactly(new Effect.KillCommand(session.execution(), StopReason.SESSION_ENDED));
    assertThat(session.effects(Effect.ForgetSession.class)).isEmpty();
    assertThat(session.session().isOver()).isFalse();
    session.ended(137);
    assertThat(session.effects(Effect.ForgetSession.class)).hasSize(1);
    assertThat(session.session().isOver()).isTrue();
  }

  @Test
  void shouldReleaseHeldButtons() {
    // Given
    session.asked(new InputRequest.Press(MouseButton.LEFT, Optional.empty())).forget();

    // When
    session.play(STOPPED);

    // Then T34
    assertThat(session.effects(Effect.ReleaseInputs.class))
        .containsExactly(new Effect.ReleaseInputs(new HeldInputs(Set.of(MouseButton.LEFT))));
  }

  @Test
  void shouldEndWithoutAPeerToo() {
    // Given
    session.lost(FIRST).forget();

    // When
    session.play(STOPPED);

    // Then
    assertThat(session.effects()).containsExactly(new Effect.ForgetSession(EndCause.HOST_STOPPED));
  }

  @Test
  void shouldEndOnce() {
    // When
    session.play(STOPPED).forget().play(new SessionEvent.EndRequested(EndCause.REPAIRED));

    // Then
    assertThat(session.effects()).isEmpty();
    assertThat(session.session().link()).isEqualTo(new Link.Ended(EndCause.HOST_STOPPED));
  }

  @Test
  void shouldSendAwayAPeerThatComesTooLate() {
    // Given
    session.play(STOPPED).forget();

    // When
    session.answered(SECOND).opened(SECOND).later(Duration.ofHours(1));

    // Then
    assertThat(session.effects()).containsExactly(new Effect.ClosePeer(SECOND));
    assertThat(session.session().nextDeadline()).isEqualTo(Ticks.NEVER);
  }

  @Test
  void shouldQueueNothingMore() {
    // Given
    session.running("sleep 9").written(FIRST).play(STOPPED);
    int waiting = session.session().outbox().waiting();

    // When
    session.ended(137);

    // Then
    assertThat(session.session().outbox().waiting()).isEqualTo(waiting);
  }

  @Test
  void shouldStopAnAgentThatThinks() {
    // Given
    session.intent("ls").forget();

    // When
    session.play(STOPPED);

    // Then
    assertThat(session.effects(Effect.DismissAgent.class)).hasSize(1);
    assertThat(session.effects(Effect.ForgetSession.class)).hasSize(1);
  }
}
