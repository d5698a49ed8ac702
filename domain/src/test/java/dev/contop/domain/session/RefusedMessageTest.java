package dev.contop.domain.session;

import static dev.contop.domain.session.Rehearsal.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.envelope.ChannelLabel;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.MessageId;
import dev.contop.domain.envelope.PhoneMessage;
import dev.contop.domain.envelope.Refusal;
import dev.contop.domain.execution.Execution;
import dev.contop.domain.execution.OutputStreamKind;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusedMessageTest {

  private static final Optional<MessageId> REF = Optional.of(new MessageId(new UUID(7, 7)));

  private final Rehearsal session = new Rehearsal().connected(FIRST);

  @ParameterizedTest
  @EnumSource(Refusal.class)
  void shouldCountAndAnswerOnTheReliableChannel(Refusal cause) {
    // When
    session.play(new SessionEvent.MessageRefused(FIRST, ChannelLabel.RELIABLE, cause, REF));

    // Then T13
    assertThat(session.effects(Effect.CountRefusal.class))
        .containsExactly(new Effect.CountRefusal(ChannelLabel.RELIABLE, cause));
    assertThat(session.sent())
        .containsExactly(new HostMessage.ErrorReply(cause.code(), cause.words(), REF));
  }

  @Test
  void shouldOnlyCountOnTheFastChannel() {
    // When
    session.play(
        new SessionEvent.MessageRefused(
            FIRST, ChannelLabel.FAST, Refusal.MALFORMED, Optional.empty()));

    // Then T13
    assertThat(session.effects())
        .containsExactly(new Effect.CountRefusal(ChannelLabel.FAST, Refusal.MALFORMED));
  }

  @Test
  void shouldChangeNothingElse() {
    // Given
    session.running("sleep 9").manual(false);
    Execution execution = session.session().execution();

    // When
    for (Refusal cause : Refusal.values()) {
      session.play(new SessionEvent.MessageRefused(FIRST, ChannelLabel.RELIABLE, cause, REF));
    }

    // Then T13
    assertThat(session.session().execution()).isEqualTo(execution);
    assertThat(session.session().link()).isInstanceOf(Link.Live.class);
  }

  @Test
  void shouldLetNoFloodOfBadInputPushOutWhatMatters() {
    // Given a peer that writes nothing, and output that waits for it
    session.running("seq 100000");
    for (int i = 0; i < 50; i++) {
      session.wrote(OutputStreamKind.STDOUT, "line " + i);
    }

    // When
    for (int i = 0; i < 10_000; i++) {
      session.play(
          new SessionEvent.MessageRefused(
              FIRST, ChannelLabel.RELIABLE, Refusal.MALFORMED, Optional.empty()));
    }

    // Then
    assertThat(session.session().outbox().waiting()).isEqualTo(session.limits().errorBacklog());
    assertThat(session.session().outbox().dropped()).isZero();
    assertThat(session.effects(Effect.CountRefusal.class)).hasSize(10_000);
  }

  @Test
  void shouldStillServeTheNextGoodMessage() {
    // Given
    session.play(
        new SessionEvent.MessageRefused(
            FIRST, ChannelLabel.RELIABLE, Refusal.TOO_LARGE, Optional.empty()));

    // When
    session.forget().hears(new PhoneMessage.UserIntent("ls"));

    // Then
    assertThat(session.effects(Effect.AskAgent.class)).hasSize(1);
  }
}
