package dev.contop.domain.session;

import static dev.contop.domain.session.Rehearsal.FIRST;
import static dev.contop.domain.session.Rehearsal.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.envelope.Envelope;
import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.execution.ExecutionId;
import dev.contop.domain.execution.OutputStreamKind;
import dev.contop.domain.limits.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueueTest {

  private final Rehearsal session = new Rehearsal();

  @Test
  void shouldHoldNoMoreThanTheWindowWithThePeer() {
    // Given
    session.connected(FIRST).running("seq 100000").written(FIRST).forget();

    // When
    writeLines(session, 100);

    // Then T17
    assertThat(session.sent()).hasSize(32);
    assertThat(session.session().outbox().waiting()).isEqualTo(68);
  }

  @Test
  void shouldSendOnAsThePeerWrites() {
    // Given
    session.connected(FIRST).running("seq 100000").written(FIRST).forget();
    writeLines(session, 100);

    // When
    session.written(FIRST);

    // Then T17
    assertThat(lines(session.sent()))
        .containsExactlyElementsOf(IntStream.range(0, 100).mapToObj(i -> "line " + i).toList());
  }

  @Test
  void shouldHandWhatWasNotWrittenToTheNextPeerInOrderAndUnderTheSameId() {
    // Given
    session.connected(FIRST).running("seq 100000").written(FIRST).forget();
    writeLines(session, 5);
    List<Envelope> handed = envelopes();
    session.play(new SessionEvent.MessagesWritten(FIRST, 2)).forget();

    // When
    session.answered(SECOND).opened(SECOND);

    // Then T33, T41: the two that were written are not repeated
    assertThat(envelopes().subList(2, 5)).containsExactlyElementsOf(handed.subList(2, 5));
    assertThat(lines(session.sentTo(SECOND))).containsExactly("line 2", "line 3", "line 4");
  }

  @Test
  void shouldNotRepeatKeepalivesAndOldStatesToTheNextPeer() {
    // Given a first peer that wrote nothing at all
    session.answered(FIRST).opened(FIRST).later(Duration.ofSeconds(61)).forget();

    // When
    session.answered(SECOND).opened(SECOND);

    // Then
    assertThat(session.sentTo(SECOND)).singleElement().isInstanceOf(HostMessage.StateUpdate.class);
  }

  @Test
  void shouldKeepTheNewestThousandWhileThePhoneIsAway() {
    // Given a new peer that answered and has not opened
    session.connected(FIRST).running("seq 100000").written(FIRST).answered(SECOND).forget();

    // When
    writeLines(session, 1500);

    // Then T40
    assertThat(session.session().outbox().waiting()).isEqualTo(1000);
    session.opened(SECOND).written(SECOND);
    assertThat(session.sent().get(1)).isEqualTo(new HostMessage.MessagesDropped(500));
    assertThat(lines(session.sent()))
        .containsExactlyElementsOf(IntStream.range(500, 1500).mapToObj(i -> "line " + i).toList());
  }

  @Test
  void shouldTellOfDropsOnce() {
    // Given
    Rehearsal small = withDrops();
    small.answered(SECOND).opened(SECOND).written(SECOND).forget();

    // When
    small.answered(FIRST).opened(FIRST);

    // Then
    assertThat(small.sent(HostMessage.MessagesDropped.class)).isEmpty();
  }

  @Test
  void shouldTellOfDropsAgainWhenTheNoticeWasNeverWritten() {
    // Given
    Rehearsal small = withDrops();
    small.answered(SECOND).opened(SECOND);
    assertThat(small.sent()).contains(new HostMessage.MessagesDropped(7));
    small.forget();

    // When the peer goes with the notice unwritten
    small.answered(FIRST).opened(FIRST);

    // Then T40
    assertThat(small.sent()).contains(new HostMessage.MessagesDropped(7));
  }

  @Test
  void shouldTellASlowPhoneOfDropsOnceItHasCaughtUp() {
    // Given an open channel that does not drain
    Rehearsal small = new Rehearsal(Rehearsal.limits(3, 2));
    small.connected(FIRST).running("seq 100000").written(FIRST).forget();
    writeLines(small, 10);
    assertThat(small.sent(HostMessage.MessagesDropped.class)).isEmpty();

    // When
    small.written(FIRST);

    // Then T17, T40
    assertThat(lines(small.sent()))
        .containsExactly("line 0", "line 1", "line 7", "line 8", "line 9");
    assertThat(small.sent().get(5)).isEqualTo(new HostMessage.MessagesDropped(5));
    assertThat(small.sent()).hasSize(6);
  }

  @Test
  void shouldSurviveAnyNumberOfPeers() {
    // Given
    session.connected(FIRST).running("seq 100000").written(FIRST).forget();
    writeLines(session, 3);

    // When peers come and go without writing anything
    for (int i = 0; i < 50; i++) {
      PeerId next = new PeerId("peer " + i);
      session.answered(next).opened(next);
    }
    session.forget().answered(SECOND).opened(SECOND);

    // Then T41
    assertThat(lines(session.sentTo(SECOND))).containsExactly("line 0", "line 1", "line 2");
    assertThat(session.sentTo(SECOND)).hasSize(4);
  }

  @Test
  void shouldIgnoreWritingsOfAPeerThatWasReplaced() {
    // Given
    session.connected(FIRST).running("sleep 9").answered(SECOND).opened(SECOND);
    int inFlight = session.session().outbox().inFlight();

    // When
    session.play(new SessionEvent.MessagesWritten(FIRST, 5));

    // Then
    assertThat(session.session().outbox().inFlight()).isEqualTo(inFlight);
  }

  @Test
  void shouldFitEveryMessageOfAStepIntoOneDataChannelMessage() {
    // Given the most that may be said at the end of a step, in bytes of JSON
    Limits limits = Limits.standard();

    // Then T13: command, output and what stands around them
    assertThat(limits.finalOutput() + 6 * limits.intentText() + 2048)
        .isLessThanOrEqualTo(Limits.RELIABLE_MESSAGE_BYTES);
  }

  private static Rehearsal withDrops() {
    Rehearsal small = new Rehearsal(Rehearsal.limits(3, 32));
    small.connected(FIRST).running("seq 100000").written(FIRST).answered(SECOND);
    writeLines(small, 10);
    return small.forget();
  }

  private static void writeLines(Rehearsal session, int count) {
    ExecutionId execution = session.execution();
    for (int i = 0; i < count; i++) {
      session.play(new SessionEvent.CommandWrote(execution, OutputStreamKind.STDOUT, "line " + i));
    }
  }

  private List<Envelope> envelopes() {
    return session.effects(Effect.SendEnvelope.class).stream()
        .map(Effect.SendEnvelope::envelope)
        .toList();
  }

  private static List<String> lines(List<HostMessage> messages) {
    List<String> lines = new ArrayList<>();
    for (HostMessage message : messages) {
      if (message instanceof HostMessage.AgentProgress progress) {
        progress.stdout().ifPresent(lines::add);
      }
    }
    return lines;
  }
}
