package dev.contop.domain.session;

import static dev.contop.domain.session.Rehearsal.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.execution.Execution;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SuspicionTest {

  /** An intent came, then ICE lost the phone, then the agent proposed. */
  private final Rehearsal session =
      new Rehearsal()
          .connected(FIRST)
          .intent("ls")
          .connectivity(FIRST, Connectivity.DISCONNECTED)
          .proposed("ls")
          .written(FIRST);

  static Stream<SessionEvent> recoveries() {
    return Stream.of(
        new SessionEvent.ConnectivityChanged(FIRST, Connectivity.CONNECTED),
        new SessionEvent.MessageArrived(FIRST, ChannelLabel.RELIABLE, new PhoneMessage.Keepalive()),
        new SessionEvent.MessageArrived(FIRST, ChannelLabel.FAST, new PhoneMessage.Keepalive()),
        new SessionEvent.MessageRefused(
            FIRST, ChannelLabel.RELIABLE, Refusal.MALFORMED, Optional.empty()));
  }

  static Stream<PhoneMessage> messagesThatStop() {
    return Stream.of(
        new PhoneMessage.ExecutionStop(),
        new PhoneMessage.SetManualMode(true),
        new PhoneMessage.SessionEnd());
  }

  @Test
  void shouldNotStartAStep() {
    // Then T30
    assertThat(session.effects(Effect.StartCommand.class)).isEmpty();
    assertThat(session.session().execution()).isInstanceOf(Execution.Held.class);
  }

  @ParameterizedTest
  @MethodSource("recoveries")
  void shouldStartTheHeldStepOnceThePhoneIsHeardOf(SessionEvent recovery) {
    // When
    session.forget().play(recovery).play(recovery);

    // Then T30
    assertThat(session.effects(Effect.StartCommand.class)).hasSize(1);
    assertThat(session.session().link()).isInstanceOf(Link.Live.class);
  }

  @ParameterizedTest
  @MethodSource("messagesThatStop")
  void shouldNotStartTheHeldStepWhenTheMessageThatEndsTheDoubtStopsIt(PhoneMessage message) {
    // When
    session.forget().hears(message);

    // Then T51, T60: the stop itself must not be what lets the command run
    assertThat(session.effects(Effect.StartCommand.class)).isEmpty();
    assertThat(session.session().execution()).isEqualTo(new Execution.Idle());
  }

  @Test
  void shouldLetARunningStepRunOn() {
    // Given
    Rehearsal running = new Rehearsal().connected(FIRST).running("sleep 9").forget();

    // When
    running.connectivity(FIRST, Connectivity.DISCONNECTED);

    // Then T30
    assertThat(running.effects()).isEmpty();
    assertThat(running.session().execution()).isInstanceOf(Execution.Running.class);
  }

  @Test
  void shouldGoOnSendingOverTheOpenChannel() {
    // Given
    Rehearsal running = new Rehearsal().connected(FIRST).running("sleep 9").written(FIRST);
    running.connectivity(FIRST, Connectivity.DISCONNECTED).forget();

    // When
    running.ended(0);

    // Then
    assertThat(running.sent(HostMessage.AgentProgress.class)).hasSize(1);
  }

  @Test
  void shouldDropTheHeldStepWhenThePeerIsLost() {
    // When
    session.forget().connectivity(FIRST, Connectivity.FAILED);

    // Then
    assertThat(session.effects(Effect.StartCommand.class)).isEmpty();
    assertThat(session.effects(Effect.DismissAgent.class)).hasSize(1);
    assertThat(session.session().execution()).isEqualTo(new Execution.Idle());
  }

  @Test
  void shouldNotBecomeSuspectBeforeItIsOpen() {
    // Given
    Rehearsal connecting = new Rehearsal().answered(FIRST);

    // When
    connecting.connectivity(FIRST, Connectivity.DISCONNECTED);

    // Then
    assertThat(connecting.session().link()).isInstanceOf(Link.Connecting.class);
  }
}
