package dev.contop.domain.session;

import static dev.contop.domain.session.Rehearsal.FIRST;
import static dev.contop.domain.session.Rehearsal.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.envelope.AiState;
import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.pairing.ConnectionType;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OpeningTest {

  private final Rehearsal session = new Rehearsal();

  @Test
  void shouldSendTheStateBeforeAllElse() {
    // Given
    session.connected(FIRST).running("sleep 9").lost(FIRST).ended(137).forget();

    // When
    session.answered(SECOND).opened(SECOND);

    // Then T16
    assertThat(session.sent().get(0))
        .isEqualTo(
            new HostMessage.StateUpdate(AiState.IDLE, ConnectionType.TEMPORARY, false, false));
    assertThat(session.sent())
        .extracting(message -> message.getClass().getSimpleName())
        .containsExactly(
            "StateUpdate",
            "StateUpdate",
            "AgentProgress",
            "AgentProgress",
            "AgentResult",
            "StateUpdate");
  }

  @Test
  void shouldTellOfDropsAfterTheStateAndBeforeTheQueue() {
    // Given a queue of three that four messages went to
    Rehearsal small = new Rehearsal(Rehearsal.limits(3, 32));
    small.connected(FIRST).running("sleep 9").written(FIRST);
    small.lost(FIRST).ended(137).forget();
    assertThat(small.waiting()).hasSize(3);

    // When
    small.answered(SECOND).opened(SECOND);

    // Then T16, T40: processing and running were written; progress, result and idle fit exactly
    assertThat(small.sent(HostMessage.MessagesDropped.class)).isEmpty();

    // When the same happens with a queue of two
    Rehearsal smaller = new Rehearsal(Rehearsal.limits(2, 32));
    smaller.connected(FIRST).running("sleep 9").written(FIRST);
    smaller.lost(FIRST).ended(137).forget().answered(SECOND).opened(SECOND);

    // Then
    assertThat(smaller.sent())
        .extracting(message -> message.getClass().getSimpleName())
        .containsExactly("StateUpdate", "MessagesDropped", "AgentResult", "StateUpdate");
    assertThat(smaller.sent(HostMessage.MessagesDropped.class).get(0).count()).isEqualTo(1);
  }

  @Test
  void shouldSayExecutingWhenARunWasAdopted() {
    // Given
    session.connected(FIRST).running("sleep 9");

    // When
    session.forget().answered(SECOND).opened(SECOND);

    // Then T16
    assertThat(session.sentTo(SECOND).get(0))
        .isInstanceOfSatisfying(
            HostMessage.StateUpdate.class,
            update -> assertThat(update.state()).isEqualTo(AiState.EXECUTING));
  }

  @Test
  void shouldSendNothingBeforeTheReliableChannelOpens() {
    // When
    session.answered(FIRST).play(new SessionEvent.ChannelOpened(FIRST, ChannelLabel.FAST));

    // Then
    assertThat(session.effects()).isEmpty();
    assertThat(session.session().link()).isInstanceOf(Link.Connecting.class);
  }

  @Test
  void shouldIgnoreTheOpeningOfAForeignChannel() {
    // When
    session.answered(FIRST).opened(SECOND);

    // Then
    assertThat(session.effects()).isEmpty();
    assertThat(session.session().link()).isInstanceOf(Link.Connecting.class);
  }

  @Test
  void shouldIgnoreASecondOpening() {
    // Given
    session.connected(FIRST);

    // When
    session.opened(FIRST);

    // Then
    assertThat(session.effects()).isEmpty();
  }

  @Test
  void shouldCloseSignalingOnceAfterTenSeconds() {
    // Given
    session.connected(FIRST);

    // When
    session.later(Duration.ofMillis(9_999));
    assertThat(session.effects()).isEmpty();
    session.later(Duration.ofSeconds(60));

    // Then T9
    assertThat(session.effects(Effect.CloseSignaling.class))
        .containsExactly(new Effect.CloseSignaling(FIRST));
  }

  @Test
  void shouldCloseSignalingOfASuspectPeerToo() {
    // Given
    session.connected(FIRST).connectivity(FIRST, Connectivity.DISCONNECTED);

    // When
    session.later(Duration.ofSeconds(10));

    // Then T9
    assertThat(session.effects()).containsExactly(new Effect.CloseSignaling(FIRST));
    assertThat(session.session().link()).isInstanceOf(Link.Suspect.class);
  }

  @Test
  void shouldCountMessagesBeforeTheOpeningAndDoNothing() {
    // Given
    session.answered(FIRST);

    // When
    session.hears(new PhoneMessage.UserIntent("ls"));

    // Then
    assertThat(session.effects())
        .containsExactly(new Effect.CountRefusal(ChannelLabel.RELIABLE, Refusal.NOT_YOUR_PEER));
  }
}
