package dev.contop.domain.session;

import static dev.contop.domain.session.Rehearsal.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.audit.AuditEntry;
import dev.contop.domain.envelope.AiState;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.HostMessage.ToolResult;
import dev.contop.domain.envelope.MessageId;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.ToolOutput;
import dev.contop.domain.execution.Command;
import dev.contop.domain.execution.Execution;
import dev.contop.domain.execution.OutputStreamKind;
import dev.contop.domain.execution.Step;
import dev.contop.domain.execution.ToolRequest;
import dev.contop.domain.pairing.ConnectionType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One tool, called by the phone itself (T54). */
class ToolCallTest {

  private static final MessageId CALL = new MessageId(new UUID(5, 6));

  private final Rehearsal session = new Rehearsal().connected(FIRST);

  @Test
  void shouldRunTheToolAndAnswerOnce() {
    // When
    call("echo hi").pass(Duration.ofMillis(40));
    session.wrote(OutputStreamKind.STDOUT, "hi\n").ended(0).written(FIRST);

    // Then: no agent is asked, and no progress told
    assertThat(session.sent())
        .satisfiesExactly(
            begin -> assertThat(begin).isEqualTo(state(AiState.PROCESSING)),
            result ->
                assertThat(result)
                    .isEqualTo(
                        new ToolResult(
                            CALL,
                            "execute_cli",
                            "Done.",
                            Optional.empty(),
                            Optional.of(new ToolOutput("hi\n", "", 0, false)),
                            Duration.ofMillis(40))),
            end -> assertThat(end).isEqualTo(state(AiState.IDLE)));
    assertThat(session.effects(Effect.AskAgent.class)).isEmpty();
    assertThat(session.effects(Effect.TellAgent.class)).isEmpty();
    assertThat(session.effects(Effect.DismissAgent.class)).isEmpty();
    assertThat(session.effects(Effect.StartCommand.class))
        .singleElement()
        .satisfies(
            start -> assertThat(start.command().command()).isEqualTo(new Command("echo hi")));
    assertThat(session.entries(AuditEntry.StepStarted.class))
        .extracting(AuditEntry.StepStarted::tool)
        .containsExactly("execute_cli");
  }

  @Test
  void shouldTellOfACommandThatFailed() {
    // When
    call("false").wrote(OutputStreamKind.STDERR, "no").ended(3).written(FIRST);

    // Then
    ToolResult result = result();
    assertThat(result.errorCode()).contains("command_failed");
    assertThat(result.message()).isEqualTo("The command ended with exit code 3.");
    assertThat(result.output()).contains(new ToolOutput("", "no", 3, false));
  }

  @Test
  void shouldTellOfACommandThatCouldNotBeStarted() {
    // When
    call("ls").play(new SessionEvent.CommandFailed(session.execution(), "There is no shell."));
    session.written(FIRST);

    // Then
    assertThat(result().message()).isEqualTo("There is no shell.");
    assertThat(result().errorCode()).contains("command_failed");
    assertThat(result().output()).isEmpty();
    assertThat(session.sent(HostMessage.AgentProgress.class)).isEmpty();
  }

  @Test
  void shouldRefuseWhatThePolicyForbids() {
    // When
    call("rm -rf /").written(FIRST);

    // Then
    assertThat(session.effects(Effect.StartCommand.class)).isEmpty();
    assertThat(result().errorCode()).contains("refused");
    assertThat(result().message()).contains("rm");
    assertThat(session.session().execution()).isEqualTo(new Execution.Idle());
  }

  @Test
  void shouldAskBeforeWhatThePolicyAsksAbout() {
    // Given
    call("touch x").written(FIRST);
    assertThat(session.sent(HostMessage.ConfirmationRequest.class))
        .extracting(HostMessage.ConfirmationRequest::tool)
        .containsExactly("execute_cli");

    // When
    session.says(true);

    // Then
    assertThat(session.effects(Effect.StartCommand.class)).hasSize(1);
    session.ended(0).written(FIRST);
    assertThat(result().errorCode()).isEmpty();
  }

  @Test
  void shouldNotRunWhatWasRejected() {
    // When
    call("touch x").says(false).written(FIRST);

    // Then
    assertThat(session.effects(Effect.StartCommand.class)).isEmpty();
    assertThat(result().errorCode()).contains("refused");
    assertThat(session.session().execution()).isEqualTo(new Execution.Idle());
  }

  @Test
  void shouldBeBusyWhileSomethingRuns() {
    // Given
    session.running("sleep 9").forget();
    Execution before = session.session().execution();

    // When
    call("ls").written(FIRST);

    // Then
    assertThat(result().errorCode()).contains("busy");
    assertThat(session.session().execution()).isEqualTo(before);
  }

  @Test
  void shouldKeepAnIntentFromBeginning() {
    // When
    call("sleep 9").forget().intent("ls").written(FIRST);

    // Then
    assertThat(session.sent(HostMessage.AgentResult.class))
        .extracting(HostMessage.AgentResult::errorCode)
        .containsExactly(Optional.of("busy"));
    assertThat(session.effects(Effect.AskAgent.class)).isEmpty();
  }

  @Test
  void shouldStopWithWhatItHadPrinted() {
    // When
    call("sleep 9").wrote(OutputStreamKind.STDOUT, "half").stop().ended(143).written(FIRST);

    // Then T51
    assertThat(result().errorCode()).contains("stopped");
    assertThat(result().output()).contains(new ToolOutput("half", "", 143, false));
    assertThat(session.sent(HostMessage.AgentResult.class)).isEmpty();
  }

  @Test
  void shouldStopBeforeItStarted() {
    // When
    session.holdAudit();
    call("ls").stop().audit().written(FIRST);

    // Then
    assertThat(result().errorCode()).contains("stopped");
    assertThat(result().output()).isEmpty();
    assertThat(session.effects(Effect.StartCommand.class)).isEmpty();
  }

  @Test
  void shouldNotRunWithoutALine() {
    // When
    session.breakAudit("The disk is full.");
    call("ls").written(FIRST);

    // Then T55
    assertThat(session.effects(Effect.StartCommand.class)).isEmpty();
    assertThat(result().errorCode()).contains("audit_unavailable");
  }

  @Test
  void shouldAnswerWhatIsNoToolAtAll() {
    // When
    session.hears(
        new PhoneMessage.ToolCall(
            CALL, new ToolRequest.Unusable("dance", "unknown_tool", "There is no such tool.")));
    session.written(FIRST);

    // Then
    assertThat(session.sent())
        .isEqualTo(
            List.of(
                new ToolResult(
                    CALL,
                    "dance",
                    "There is no such tool.",
                    Optional.of("unknown_tool"),
                    Optional.empty(),
                    Duration.ZERO)));
  }

  @Test
  void shouldTakeNoStepFromAnAgent() {
    // Given
    call("sleep 9").forget();
    Session before = session.session();

    // When
    session.play(
        new SessionEvent.StepProposed(
            session.execution(), new Step("shell", "", new Command("ls"))));
    session.agentAnswered("done");

    // Then
    assertThat(session.effects()).isEmpty();
    assertThat(session.session()).isEqualTo(before);
  }

  private Rehearsal call(String line) {
    return session.hears(
        new PhoneMessage.ToolCall(CALL, new ToolRequest.Shell("execute_cli", new Command(line))));
  }

  private ToolResult result() {
    assertThat(session.sent(ToolResult.class)).hasSize(1);
    return session.sent(ToolResult.class).get(0);
  }

  private static HostMessage state(AiState state) {
    return new HostMessage.StateUpdate(state, ConnectionType.TEMPORARY, false, false);
  }
}
