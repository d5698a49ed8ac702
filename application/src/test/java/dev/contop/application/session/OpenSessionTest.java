package dev.contop.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.application.session.SessionStage.RecordedPeer;
import dev.contop.application.session.SessionStage.Started;
import dev.contop.domain.control.HeldInputs;
import dev.contop.domain.control.InputAction;
import dev.contop.domain.control.InputRequest;
import dev.contop.domain.control.MouseButton;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.execution.Command;
import dev.contop.domain.execution.OutputStreamKind;
import dev.contop.domain.pairing.ConnectionType;
import dev.contop.domain.session.Connectivity;
import dev.contop.domain.session.EndCause;
import dev.contop.domain.session.PeerId;
import dev.contop.domain.session.SessionEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenSessionTest {

  private static final PeerId FIRST = new PeerId("first");
  private static final PeerId SECOND = new PeerId("second");

  private final SessionStage stage = new SessionStage();
  private final RecordedPeer first = new RecordedPeer();
  private final RecordedPeer second = new RecordedPeer();
  private final OpenSession session = stage.connected(FIRST, first);

  @Test
  void shouldRunACommandAndTellItsCourse() {
    // When
    stage.hears(session, FIRST, new PhoneMessage.UserIntent("echo hi"));
    Started command = stage.commands.get(0);
    command.observer.wrote(OutputStreamKind.STDOUT, "hi\n");
    command.observer.ended(0, Duration.ofMillis(7), false, 0);
    stage.pool.runAll();

    // Then T50
    assertThat(command.command.command()).isEqualTo(new Command("echo hi"));
    assertThat(stage.said(first, HostMessage.AgentResult.class))
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.answer()).isEqualTo("hi");
              assertThat(result.errorCode()).isEmpty();
            });
    assertThat(stage.said(first, HostMessage.AgentProgress.class)).hasSize(3);
  }

  @Test
  void shouldRefuseWhatThePolicyForbidsAndRunNothing() {
    // When
    stage.hears(session, FIRST, new PhoneMessage.UserIntent("rm -rf /"));

    // Then
    assertThat(stage.commands).isEmpty();
    assertThat(stage.said(first, HostMessage.AgentResult.class).get(0).errorCode())
        .contains("refused");
  }

  @Test
  void shouldKillWhatRunsWhenAsked() {
    // Given
    stage.hears(session, FIRST, new PhoneMessage.UserIntent("sleep 9"));

    // When
    stage.hears(session, FIRST, new PhoneMessage.ExecutionStop());
    assertThat(stage.commands.get(0).kills).isEqualTo(1);
    stage.commands.get(0).observer.ended(143, Duration.ofSeconds(1), false, 0);
    stage.pool.runAll();

    // Then T51
    assertThat(stage.said(first, HostMessage.AgentResult.class).get(0).errorCode())
        .contains("stopped");
  }

  @Test
  void shouldKillOnLossAndTellTheNextPeer() {
    // Given
    stage.hears(session, FIRST, new PhoneMessage.UserIntent("sleep 9"));
    int sent = first.sent.size();

    // When
    session.post(new SessionEvent.ConnectivityChanged(FIRST, Connectivity.FAILED));
    stage.pool.runAll();
    assertThat(stage.commands.get(0).kills).isEqualTo(1);
    assertThat(first.closings).isEqualTo(1);
    stage.commands.get(0).observer.ended(137, Duration.ofSeconds(1), false, 0);
    stage.connected(SECOND, second);

    // Then T31, T35
    assertThat(first.sent).hasSize(sent);
    assertThat(stage.said(second, HostMessage.AgentResult.class).get(0).errorCode())
        .contains("connection_lost");
  }

  @Test
  void shouldGoOnWithANewPeerWithoutKilling() {
    // Given
    stage.hears(session, FIRST, new PhoneMessage.UserIntent("sleep 9"));

    // When
    stage.connected(SECOND, second);
    stage.commands.get(0).observer.ended(0, Duration.ofSeconds(9), false, 0);
    stage.pool.runAll();

    // Then T33
    assertThat(stage.commands.get(0).kills).isZero();
    assertThat(first.closings).isEqualTo(1);
    assertThat(session.peer(FIRST)).isEmpty();
    assertThat(session.peer(SECOND)).contains(second);
    assertThat(stage.said(second, HostMessage.AgentResult.class)).hasSize(1);
  }

  @Test
  void shouldInjectAndAnswer() {
    // When
    stage.hears(session, FIRST, click());

    // Then T61
    assertThat(stage.inputs).containsExactly(new InputAction.Click(MouseButton.LEFT, 1));
    assertThat(stage.said(first, HostMessage.ManualControlResult.class))
        .singleElement()
        .satisfies(result -> assertThat(result.done()).isTrue());
  }

  @Test
  void shouldReleaseWhatIsHeldWhenThePeerGoes() {
    // Given
    stage.hears(
        session,
        FIRST,
        new PhoneMessage.ManualInput(new InputRequest.Press(MouseButton.RIGHT, Optional.empty())));

    // When
    session.post(new SessionEvent.ChannelClosed(FIRST, ChannelLabel.RELIABLE));
    stage.pool.runAll();
    stage.inputPool.runAll();

    // Then T34
    assertThat(stage.releases).singleElement().isEqualTo(new HeldInputs(Set.of(MouseButton.RIGHT)));
  }

  @Test
  void shouldCloseSignalingThroughWhoeverMadeThePeer() {
    // When
    stage.pass(Duration.ofSeconds(11));

    // Then T9
    assertThat(stage.counters.snapshot()).containsEntry("signaling closed", 1L);
  }

  @Test
  void shouldCountSilenceAndRefusals() {
    // When
    stage.pass(Duration.ofMinutes(3));
    session.received(FIRST, ChannelLabel.FAST, new byte[] {'?'});
    stage.pool.runAll();

    // Then T13, T19
    assertThat(stage.counters.snapshot())
        .containsEntry("heartbeat.silent", 1L)
        .containsEntry("refused.fast.malformed", 1L);
  }

  @Test
  void shouldCountWhatAFloodLost() {
    // When
    for (int i = 0; i < Mailbox.FAST_MESSAGES + 7; i++) {
      session.received(FIRST, ChannelLabel.FAST, new byte[] {'?'});
    }
    session.post(
        new SessionEvent.MessageRefused(
            FIRST, ChannelLabel.FAST, Refusal.TOO_LARGE, Optional.empty()));

    // Then T13, T17
    assertThat(stage.counters.snapshot())
        .containsEntry("refused.fast.flooded", 7L)
        .containsEntry("refused.fast.too_large", 1L);
  }

  @Test
  void shouldEndAloneWhenItsOwnCodeFails() {
    // Given a command, a held button, and a codec with a bug
    stage.hears(session, FIRST, new PhoneMessage.UserIntent("sleep 9"));
    stage.wire.breakDown();

    // When
    stage.hears(session, FIRST, new PhoneMessage.ExecutionStop());
    stage.commands.get(0).observer.wrote(OutputStreamKind.STDOUT, "x");
    stage.commands.get(0).observer.ended(137, Duration.ZERO, false, 0);
    stage.pool.runAll();
    stage.inputPool.runAll();

    // Then: killed, released, closed and forgotten; a new one can begin
    assertThat(stage.commands.get(0).kills).isPositive();
    assertThat(stage.releases).hasSize(1);
    assertThat(first.closings).isEqualTo(1);
    assertThat(stage.counters.snapshot()).containsEntry("session.ended.fault", 1L);
    assertThat(stage.sessions.find(SessionStage.DEVICE)).isEmpty();
    assertThat(stage.sessions.of(SessionStage.DEVICE, ConnectionType.TEMPORARY))
        .isNotSameAs(session);
  }

  @Test
  void shouldNotEndTheSessionThatTookItsPlace() {
    // Given a session that is over, and the next one of the same device
    session.post(new SessionEvent.EndRequested(EndCause.REPAIRED));
    stage.pool.runAll();
    OpenSession next = stage.connected(SECOND, second);

    // When things still happen to the old one
    session.post(new SessionEvent.EndRequested(EndCause.HOST_STOPPED));
    session.post(new SessionEvent.TimePassed());
    stage.pool.runAll();

    // Then
    assertThat(stage.sessions.find(SessionStage.DEVICE)).contains(next);
    assertThat(second.closings).isZero();
  }

  private static PhoneMessage click() {
    return new PhoneMessage.ManualInput(
        new InputRequest.Click("click", MouseButton.LEFT, 1, Optional.empty()));
  }
}
