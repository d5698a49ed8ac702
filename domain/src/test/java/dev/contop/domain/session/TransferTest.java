package dev.contop.domain.session;

import static dev.contop.domain.session.Rehearsal.FIRST;
import static dev.contop.domain.session.Rehearsal.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.control.HeldInputs;
import dev.contop.domain.control.InputRequest;
import dev.contop.domain.control.MouseButton;
import dev.contop.domain.control.VideoPoint;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.execution.Execution;
import dev.contop.domain.execution.OutputStreamKind;
import dev.contop.domain.execution.StopReason;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TransferTest {

  private static final HostMessage GOODBYE =
      new HostMessage.SessionEnded("replaced", "Another page or phone took over this pairing.");

  private final Rehearsal session =
      new Rehearsal().connected(FIRST).running("sleep 9").written(FIRST).forget();

  @Test
  void shouldLetTheNewPeerAdoptTheRun() {
    // When
    session.answered(SECOND).opened(SECOND).wrote(OutputStreamKind.STDOUT, "still here").ended(0);
    session.agentAnswered("still here");

    // Then T33
    assertThat(session.effects(Effect.KillCommand.class)).isEmpty();
    assertThat(session.sentTo(FIRST)).containsExactly(GOODBYE);
    assertThat(session.sentTo(SECOND))
        .extracting(message -> message.getClass().getSimpleName())
        .containsExactly(
            "StateUpdate", "AgentProgress", "AgentProgress", "AgentResult", "StateUpdate");
  }

  @Test
  void shouldCloseTheOldPeerAndSendNothingMoreToIt() {
    // When
    session.answered(SECOND).wrote(OutputStreamKind.STDOUT, "in between");

    // Then T33
    assertThat(session.sentTo(FIRST)).containsExactly(GOODBYE);
    assertThat(session.effects()).hasSize(2).endsWith(new Effect.ClosePeer(FIRST));
    assertThat(session.waiting()).hasSize(1);
  }

  @Test
  void shouldKillWhenTheNewChannelHasNotOpenedAfterFifteenSeconds() {
    // Given
    session.answered(SECOND).forget();

    // When
    session.later(Duration.ofMillis(14_999));
    assertThat(session.effects()).isEmpty();
    session.later(Duration.ofMillis(1));

    // Then T33
    assertThat(session.effects())
        .containsExactly(
            new Effect.ClosePeer(SECOND),
            new Effect.KillCommand(session.execution(), StopReason.CONNECTION_LOST));
  }

  @Test
  void shouldHoldANewStepUntilTheNewChannelOpens() {
    // Given
    Rehearsal thinking = new Rehearsal().connected(FIRST).intent("ls").answered(SECOND);

    // When
    thinking.proposed("ls");
    assertThat(thinking.effects(Effect.StartCommand.class)).isEmpty();
    thinking.opened(SECOND);

    // Then T33
    assertThat(thinking.effects(Effect.StartCommand.class)).hasSize(1);
  }

  @Test
  void shouldStartTheDeadlineAnewWithEachPeer() {
    // Given
    session.answered(SECOND).later(Duration.ofSeconds(14));

    // When
    PeerId third = new PeerId("third");
    session.answered(third).later(Duration.ofSeconds(14)).opened(third);

    // Then
    assertThat(session.session().execution()).isInstanceOf(Execution.Running.class);
    assertThat(session.effects(Effect.ClosePeer.class))
        .containsExactly(new Effect.ClosePeer(FIRST), new Effect.ClosePeer(SECOND));
  }

  @Test
  void shouldReleaseWhatTheOldPeerHeldAndKeepTheMode() {
    // Given
    Rehearsal manual = new Rehearsal().connected(FIRST).manual(true);
    manual.asked(new InputRequest.Press(MouseButton.LEFT, Optional.empty())).forget();

    // When
    manual.answered(SECOND);

    // Then T34
    assertThat(manual.effects().get(1))
        .isEqualTo(new Effect.ReleaseInputs(new HeldInputs(Set.of(MouseButton.LEFT))));
    assertThat(manual.session().control().enabled()).isTrue();
  }

  @Test
  void shouldStartCountingMovesAnewWithTheNewPeer() {
    // Given
    Rehearsal manual = new Rehearsal().connected(FIRST).manual(true);
    manual.asked(move(1_000_000)).connected(SECOND);

    // When
    manual.hears(SECOND, new PhoneMessage.ManualInput(move(1)));

    // Then T62
    assertThat(manual.effects(Effect.Inject.class)).hasSize(1);
  }

  @Test
  void shouldCountAndIgnoreWhatTheOldPeerStillSays() {
    // Given
    session.answered(SECOND).opened(SECOND).written(SECOND).forget();

    // When
    session.hears(FIRST, new PhoneMessage.ExecutionStop());
    session.hears(FIRST, new PhoneMessage.UserIntent("ls"));
    session.play(
        new SessionEvent.MessageRefused(
            FIRST, ChannelLabel.RELIABLE, Refusal.MALFORMED, Optional.empty()));

    // Then: counted by cause and not answered, since there is nobody to answer
    assertThat(session.effects())
        .containsExactly(
            new Effect.CountRefusal(ChannelLabel.RELIABLE, Refusal.NOT_YOUR_PEER),
            new Effect.CountRefusal(ChannelLabel.RELIABLE, Refusal.NOT_YOUR_PEER),
            new Effect.CountRefusal(ChannelLabel.RELIABLE, Refusal.MALFORMED));
    assertThat(session.session().execution()).isInstanceOf(Execution.Running.class);
  }

  @Test
  void shouldCountASignOfLifeOfTheOldPeerForNothing() {
    // Given
    session.answered(SECOND).opened(SECOND).connectivity(SECOND, Connectivity.DISCONNECTED);

    // When
    session.hears(FIRST, new PhoneMessage.Keepalive());
    session.connectivity(FIRST, Connectivity.CONNECTED);

    // Then
    assertThat(session.session().link()).isInstanceOf(Link.Suspect.class);
  }

  @Test
  void shouldGiveEachMessageToExactlyOnePeerWhenAllIsWritten() {
    // Given
    session.wrote(OutputStreamKind.STDOUT, "before").written(FIRST);

    // When
    session.answered(SECOND).opened(SECOND).wrote(OutputStreamKind.STDOUT, "after").written(SECOND);

    // Then T33
    assertThat(session.sent(HostMessage.AgentProgress.class))
        .extracting(progress -> progress.stdout().orElse(""))
        .containsExactly("before", "after");
  }

  private static InputRequest move(long counter) {
    return new InputRequest.MoveTo(new VideoPoint(5, 5), OptionalLong.of(counter));
  }
}
