package dev.contop.domain.session;

import static dev.contop.domain.session.Rehearsal.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.envelope.AiState;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.StepStatus;
import dev.contop.domain.execution.Execution;
import dev.contop.domain.execution.OutputStreamKind;
import dev.contop.domain.execution.StopReason;
import org.junit.jupiter.api.Test;

class StoppingTest {

  private final Rehearsal session = new Rehearsal().connected(FIRST);

  @Test
  void shouldKillAtOnceAndReportWhenTheLastProcessIsGone() {
    // Given
    session.running("sleep 9").wrote(OutputStreamKind.STDOUT, "so far").written(FIRST).forget();

    // When
    session.stop();
    assertThat(session.effects())
        .containsExactly(new Effect.KillCommand(session.execution(), StopReason.STOPPED));
    session.ended(143);

    // Then T51
    assertThat(session.sent())
        .satisfiesExactly(
            progress ->
                assertThat(progress)
                    .isInstanceOfSatisfying(
                        HostMessage.AgentProgress.class,
                        p -> {
                          assertThat(p.status()).isEqualTo(StepStatus.CANCELLED);
                          assertThat(p.stdout()).contains("so far");
                          assertThat(p.exitCode()).hasValue(143);
                        }),
            result ->
                assertThat(result)
                    .isInstanceOfSatisfying(
                        HostMessage.AgentResult.class,
                        r -> assertThat(r.errorCode()).contains("stopped")),
            state ->
                assertThat(state)
                    .isInstanceOfSatisfying(
                        HostMessage.StateUpdate.class,
                        s -> assertThat(s.state()).isEqualTo(AiState.IDLE)));
  }

  @Test
  void shouldBeHarmlessWhenNothingRuns() {
    // When
    session.stop();

    // Then T51
    assertThat(session.effects()).hasSize(1);
    assertThat(session.sent(HostMessage.StateUpdate.class).get(0).state()).isEqualTo(AiState.IDLE);
  }

  @Test
  void shouldNotKillAgainWhatIsBeingKilled() {
    // Given
    session.running("sleep 9").stop().forget();

    // When
    session.stop();

    // Then
    assertThat(session.effects()).isEmpty();
    assertThat(session.session().execution()).isInstanceOf(Execution.Stopping.class);
  }

  @Test
  void shouldStopAnAgentThatThinksWithoutAnythingToKill() {
    // Given
    session.intent("ls").forget();

    // When
    session.stop();

    // Then
    assertThat(session.effects(Effect.KillCommand.class)).isEmpty();
    assertThat(session.effects(Effect.DismissAgent.class)).hasSize(1);
    assertThat(session.session().execution()).isEqualTo(new Execution.Idle());
  }

  @Test
  void shouldSendNoOutputOfWhatIsBeingKilled() {
    // Given
    session.running("seq 100000").stop().forget();

    // When
    session.wrote(OutputStreamKind.STDOUT, "more");

    // Then
    assertThat(session.effects()).isEmpty();
  }

  @Test
  void shouldTakeANewIntentOnceTheOldOneIsGone() {
    // Given
    session.running("sleep 9").stop();
    session.intent("ls");
    assertThat(session.sent(HostMessage.AgentResult.class).get(0).errorCode()).contains("busy");

    // When
    session.ended(143).forget().running("ls");

    // Then
    assertThat(session.effects(Effect.StartCommand.class)).hasSize(1);
  }

  @Test
  void shouldEndWhatCouldNotBeStartedInTheMeantime() {
    // Given
    session.running("ls").stop().forget();

    // When
    session.play(new SessionEvent.CommandFailed(session.execution(), "There is no shell."));

    // Then
    assertThat(session.sent(HostMessage.AgentResult.class)).hasSize(1);
    assertThat(session.session().execution()).isEqualTo(new Execution.Idle());
  }
}
