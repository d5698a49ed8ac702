package dev.contop.domain.session;

import static dev.contop.domain.session.Rehearsal.FIRST;
import static dev.contop.domain.session.Rehearsal.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.control.HeldInputs;
import dev.contop.domain.control.InputRequest;
import dev.contop.domain.control.MouseButton;
import dev.contop.domain.envelope.AiState;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.StepStatus;
import dev.contop.domain.execution.Execution;
import dev.contop.domain.execution.StopReason;
import dev.contop.domain.pairing.ConnectionType;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LossTest {

  private final Rehearsal session = new Rehearsal().connected(FIRST);

  static Stream<SessionEvent> losses() {
    return Stream.of(
        new SessionEvent.ChannelClosed(FIRST, ChannelLabel.RELIABLE),
        new SessionEvent.ConnectivityChanged(FIRST, Connectivity.FAILED),
        new SessionEvent.ConnectivityChanged(FIRST, Connectivity.CLOSED),
        new SessionEvent.MessageArrived(
            FIRST, ChannelLabel.RELIABLE, new PhoneMessage.SessionEnd()));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void shouldKillAtOnceAndLeaveThePeer(SessionEvent loss) {
    // Given
    session.running("sleep 9").forget();

    // When
    session.play(loss);

    // Then T30, T31
    assertThat(session.effects())
        .containsExactly(
            new Effect.ClosePeer(FIRST),
            new Effect.KillCommand(session.execution(), StopReason.CONNECTION_LOST));
    assertThat(session.session().link()).isInstanceOf(Link.Absent.class);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void shouldReleaseHeldButtonsFirst(SessionEvent loss) {
    // Given
    session.manual(true);
    session.asked(new InputRequest.Press(MouseButton.LEFT, Optional.empty()));
    session.asked(new InputRequest.Press(MouseButton.RIGHT, Optional.empty())).forget();

    // When
    session.play(loss);

    // Then T34
    assertThat(session.effects().get(0))
        .isEqualTo(
            new Effect.ReleaseInputs(new HeldInputs(Set.of(MouseButton.LEFT, MouseButton.RIGHT))));
    assertThat(session.session().control().held().isEmpty()).isTrue();
    assertThat(session.session().control().enabled()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("losses")
  void shouldIgnoreTheLossOfAPeerThatWasReplaced(SessionEvent loss) {
    // Given
    session.running("sleep 9").answered(SECOND).opened(SECOND).forget();

    // When
    session.play(loss);

    // Then
    assertThat(session.effects(Effect.KillCommand.class)).isEmpty();
    assertThat(session.session().link().peer()).contains(SECOND);
  }

  @Test
  void shouldNotTakeTheFastChannelForTheConnection() {
    // When
    session.play(new SessionEvent.ChannelClosed(FIRST, ChannelLabel.FAST));

    // Then T30
    assertThat(session.effects()).isEmpty();
    assertThat(session.session().link()).isInstanceOf(Link.Live.class);
  }

  @Test
  void shouldStopAnAgentThatThinks() {
    // Given
    session.intent("ls").written(FIRST).forget();

    // When
    session.lost(FIRST);

    // Then
    assertThat(session.effects(Effect.DismissAgent.class)).hasSize(1);
    assertThat(session.waiting())
        .satisfiesExactly(
            result -> assertThat(errorCode(result)).contains("connection_lost"),
            idle -> assertThat(idle).isInstanceOf(HostMessage.StateUpdate.class));
  }

  @Test
  void shouldKeepTheNoticeOfTheKillUntilThePhoneReturns() {
    // Given
    session.running("sleep 9").written(FIRST).lost(FIRST).forget();

    // When the last process ends, and hours later the phone returns
    session.ended(137);
    assertThat(session.sent()).isEmpty();
    session.later(Duration.ofHours(3)).answered(SECOND).opened(SECOND);

    // Then T35
    assertThat(session.sentTo(SECOND))
        .satisfiesExactly(
            state -> assertThat(state).isInstanceOf(HostMessage.StateUpdate.class),
            progress -> assertThat(status(progress)).isEqualTo(StepStatus.CANCELLED),
            result ->
                assertThat(result)
                    .isInstanceOfSatisfying(
                        HostMessage.AgentResult.class,
                        r -> {
                          assertThat(r.answer())
                              .isEqualTo("connection lost, the running execution was stopped");
                          assertThat(r.stepsTaken()).isEqualTo(1);
                          assertThat(r.errorCode()).contains("connection_lost");
                        }),
            idle ->
                assertThat(idle)
                    .isEqualTo(
                        new HostMessage.StateUpdate(
                            AiState.IDLE, ConnectionType.TEMPORARY, false, false)));
  }

  @Test
  void shouldTellAPhoneThatReturnsBeforeTheKillIsDone() {
    // Given
    session.running("sleep 9").written(FIRST).lost(FIRST).connected(SECOND);

    // When
    session.ended(137);

    // Then T35
    assertThat(session.sentTo(SECOND)).hasSize(3);
    assertThat(session.session().execution()).isEqualTo(new Execution.Idle());
  }

  @Test
  void shouldNotKillTwice() {
    // Given
    session.running("sleep 9").stop().forget();

    // When
    session.lost(FIRST);

    // Then
    assertThat(session.effects(Effect.KillCommand.class)).isEmpty();
    session.ended(137);
    assertThat(session.waiting().stream().flatMap(m -> errorCode(m).stream()))
        .containsExactly("stopped");
  }

  @Test
  void shouldSayHowManyProcessesSurvived() {
    // Given
    session.running("sleep 9").lost(FIRST);

    // When
    session.play(new SessionEvent.CommandEnded(session.execution(), 137, Duration.ZERO, false, 2));

    // Then
    assertThat(session.waiting())
        .filteredOn(HostMessage.AgentResult.class::isInstance)
        .extracting(m -> ((HostMessage.AgentResult) m).answer())
        .singleElement()
        .asString()
        .contains("2 of its processes could not be ended");
  }

  private static Optional<String> errorCode(HostMessage message) {
    return message instanceof HostMessage.AgentResult result
        ? result.errorCode()
        : Optional.empty();
  }

  private static StepStatus status(HostMessage message) {
    return ((HostMessage.AgentProgress) message).status();
  }
}
