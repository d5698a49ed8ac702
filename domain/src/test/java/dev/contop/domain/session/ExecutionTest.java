package dev.contop.domain.session;

import static dev.contop.domain.session.Rehearsal.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.envelope.AiState;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.StepStatus;
import dev.contop.domain.execution.Command;
import dev.contop.domain.execution.Execution;
import dev.contop.domain.execution.ExecutionId;
import dev.contop.domain.execution.OutputStreamKind;
import dev.contop.domain.execution.Step;
import dev.contop.domain.execution.StepOutcome;
import dev.contop.domain.execution.StepOutput;
import dev.contop.domain.pairing.ConnectionType;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExecutionTest {

  private static final ExecutionId FOREIGN = new ExecutionId(new UUID(1, 2));

  private final Rehearsal session = new Rehearsal().connected(FIRST);

  @Test
  void shouldTellTheWholeCourseInOrder() {
    // When
    session.intent("echo hi").pass(Duration.ofMillis(10)).proposed("echo hi").written(FIRST);
    session.wrote(OutputStreamKind.STDOUT, "hi\n").pass(Duration.ofMillis(90)).ended(0);
    session.agentAnswered("hi").written(FIRST);

    // Then T50
    assertThat(session.sent())
        .containsExactly(
            new HostMessage.StateUpdate(AiState.PROCESSING, ConnectionType.TEMPORARY, false, false),
            progress(StepStatus.RUNNING, Optional.empty()),
            progress(StepStatus.RUNNING, Optional.of("hi\n")),
            new HostMessage.AgentProgress(
                1,
                "shell",
                "Run a command",
                "echo hi",
                StepStatus.COMPLETED,
                Optional.of("hi\n"),
                Optional.of(""),
                OptionalInt.of(0),
                Optional.of(Duration.ofMillis(5)),
                false),
            new HostMessage.AgentResult("hi", 1, Duration.ofMillis(100), Optional.empty()),
            new HostMessage.StateUpdate(AiState.IDLE, ConnectionType.TEMPORARY, false, false));
  }

  @Test
  void shouldAskRunTellAndDismissInOrder() {
    // When
    session.running("echo hi");
    ExecutionId id = session.execution();
    session.ended(0).agentAnswered("hi");

    // Then
    assertThat(session.effects())
        .filteredOn(effect -> !(effect instanceof Effect.SendEnvelope))
        .satisfiesExactly(
            ask -> assertThat(ask).isInstanceOf(Effect.AskAgent.class),
            start ->
                assertThat(start)
                    .isInstanceOfSatisfying(
                        Effect.StartCommand.class,
                        s -> {
                          assertThat(s.command().command()).isEqualTo(new Command("echo hi"));
                          assertThat(s.outputLimit()).isEqualTo(256 * 1024);
                        }),
            tell ->
                assertThat(tell)
                    .isEqualTo(new Effect.TellAgent(id, new StepOutcome.Ran(0, "", ""))),
            dismiss -> assertThat(dismiss).isEqualTo(new Effect.DismissAgent(id)));
  }

  @Test
  void shouldCallAnExitCodeOtherThanZeroFailed() {
    // When
    session.running("false").wrote(OutputStreamKind.STDERR, "no").ended(1);

    // Then
    HostMessage.AgentProgress last = lastProgress();
    assertThat(last.status()).isEqualTo(StepStatus.FAILED);
    assertThat(last.stderr()).contains("no");
    assertThat(session.effects(Effect.TellAgent.class).get(0).outcome())
        .isEqualTo(new StepOutcome.Ran(1, "", "no"));
  }

  @Test
  void shouldRefuseWhatThePolicyForbidsAndTellTheAgent() {
    // When
    session.running("rm -rf /");

    // Then T50
    assertThat(session.effects(Effect.StartCommand.class)).isEmpty();
    assertThat(lastProgress().status()).isEqualTo(StepStatus.FAILED);
    assertThat(lastProgress().detail()).contains("rm");
    assertThat(session.effects(Effect.TellAgent.class))
        .singleElement()
        .satisfies(tell -> assertThat(tell.outcome()).isInstanceOf(StepOutcome.Refused.class));
    assertThat(session.session().execution()).isInstanceOf(Execution.Thinking.class);
  }

  @Test
  void shouldNumberStepsRefusedOnesAmongThem() {
    // When
    session
        .running("rm -rf /")
        .proposed("ls")
        .ended(0)
        .proposed("pwd")
        .ended(0)
        .agentAnswered("ok");

    // Then
    assertThat(session.written(FIRST).sent(HostMessage.AgentResult.class))
        .singleElement()
        .satisfies(result -> assertThat(result.stepsTaken()).isEqualTo(3));
    assertThat(session.sent(HostMessage.AgentProgress.class))
        .extracting(HostMessage.AgentProgress::step)
        .containsExactly(1, 2, 2, 3, 3);
  }

  @Test
  void shouldTellASecondIntentThatItIsBusyAndDisturbNothing() {
    // Given
    session.running("sleep 9").forget();
    Execution before = session.session().execution();

    // When
    session.intent("ls");

    // Then T50
    assertThat(session.sent())
        .singleElement()
        .isInstanceOfSatisfying(
            HostMessage.AgentResult.class,
            result -> {
              assertThat(result.errorCode()).contains("busy");
              assertThat(result.stepsTaken()).isZero();
            });
    assertThat(session.effects()).hasSize(1);
    assertThat(session.session().execution()).isEqualTo(before);
  }

  @Test
  void shouldReportACommandThatCouldNotBeStarted() {
    // When
    session.running("ls");
    session.play(new SessionEvent.CommandFailed(session.execution(), "There is no shell."));

    // Then
    assertThat(lastProgress().status()).isEqualTo(StepStatus.FAILED);
    assertThat(lastProgress().detail()).isEqualTo("There is no shell.");
    assertThat(session.effects(Effect.TellAgent.class).get(0).outcome())
        .isEqualTo(new StepOutcome.Failed("There is no shell."));
  }

  @Test
  void shouldIgnoreWhatBelongsToAnotherExecution() {
    // Given
    session.running("sleep 9").forget();
    Session before = session.session();

    // When
    session.play(new SessionEvent.CommandWrote(FOREIGN, OutputStreamKind.STDOUT, "x"));
    session.play(new SessionEvent.CommandEnded(FOREIGN, 0, Duration.ZERO, false, 0));
    session.play(new SessionEvent.CommandFailed(FOREIGN, "x"));
    session.play(new SessionEvent.AgentAnswered(FOREIGN, "x", Optional.empty()));
    session.play(new SessionEvent.StepProposed(FOREIGN, new Step("shell", "x", new Command("ls"))));

    // Then
    assertThat(session.effects()).isEmpty();
    assertThat(session.session()).isEqualTo(before);
  }

  @Test
  void shouldNotStartASecondStepWhileOneRuns() {
    // Given
    session.running("sleep 9").forget();

    // When
    session.proposed("ls");

    // Then
    assertThat(session.effects()).isEmpty();
  }

  @Test
  void shouldIgnoreAStepProposedAfterTheEnd() {
    // Given
    session.intent("ls");
    ExecutionId id = session.execution();
    session.stop().forget();

    // When
    session.play(new SessionEvent.StepProposed(id, new Step("shell", "x", new Command("ls"))));

    // Then
    assertThat(session.effects()).isEmpty();
  }

  @Test
  void shouldCutOutputAtTheCapWithANote() {
    // Given
    session.running("cat big").written(FIRST).forget();
    String half = "x".repeat(200 * 1024);

    // When
    session.wrote(OutputStreamKind.STDOUT, half).wrote(OutputStreamKind.STDOUT, half);
    session.wrote(OutputStreamKind.STDERR, "too late").written(FIRST).ended(0).written(FIRST);

    // Then
    String told =
        session.sent(HostMessage.AgentProgress.class).stream()
            .filter(progress -> progress.exitCode().isEmpty())
            .map(progress -> progress.stdout().orElse(""))
            .reduce("", String::concat);
    assertThat(told).isEqualTo("x".repeat(256 * 1024) + StepOutput.CUT_NOTE);
    HostMessage.AgentProgress last = lastProgress();
    assertThat(last.truncated()).isTrue();
    assertThat(last.stdout().orElseThrow())
        .hasSize(session.limits().finalOutput() + StepOutput.CUT_NOTE.length())
        .endsWith(StepOutput.CUT_NOTE);
    assertThat(last.stderr()).contains("");
  }

  @Test
  void shouldNoteWhatTheAdapterThrewAway() {
    // When
    session.running("cat big").wrote(OutputStreamKind.STDOUT, "some");
    session.play(new SessionEvent.CommandEnded(session.execution(), 0, Duration.ZERO, true, 0));

    // Then
    assertThat(lastProgress().truncated()).isTrue();
    assertThat(lastProgress().stdout()).contains("some" + StepOutput.CUT_NOTE);
  }

  @Test
  void shouldGiveEveryMessageAnIdOfItsOwn() {
    // When
    session.running("ls").wrote(OutputStreamKind.STDOUT, "a").ended(0).agentAnswered("a");

    // Then T12
    assertThat(session.effects(Effect.SendEnvelope.class))
        .extracting(send -> send.envelope().id())
        .doesNotHaveDuplicates()
        .allSatisfy(id -> assertThat(id.value().version()).isEqualTo(4));
  }

  private HostMessage.AgentProgress lastProgress() {
    var all = session.sent(HostMessage.AgentProgress.class);
    return all.get(all.size() - 1);
  }

  private static HostMessage progress(StepStatus status, Optional<String> stdout) {
    return new HostMessage.AgentProgress(
        1,
        "shell",
        "Run a command",
        "echo hi",
        status,
        stdout,
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        false);
  }
}
