package dev.contop.domain.session;

import static dev.contop.domain.session.Rehearsal.FIRST;
import static dev.contop.domain.session.Rehearsal.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contop.domain.envelope.HostMessage;
import dev.contop.domain.envelope.PhoneMessage;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T17: a phone that stops reading costs bounded memory. */
class SlowPhoneTest {

  private static final long MEBIBYTE = 1024 * 1024;

  private final Rehearsal session = new Rehearsal();

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldHoldBoundedMemoryHoweverMuchThereIsToSay(boolean resuming) {
    // Given a phone whose channel takes nothing
    connect(FIRST, resuming);

    // When 4,000 messages of nearly 256 KiB are to be said
    for (int i = 0; i < 4000; i++) {
      say(250 * 1024);
    }

    // Then queue and window are within their 16 MiB each
    assertThat(session.session().outbox().weight()).isLessThanOrEqualTo(32 * MEBIBYTE);
    assertThat(session.session().outbox().inFlight()).isEqualTo(32);
    assertThat(session.sentTo(FIRST)).hasSize(32);
    assertThat(dropped()).isEqualTo(4000 - 31 - session.session().outbox().waiting());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldHoldBoundedMemoryWhileThePhoneIsAway(boolean resuming) {
    // Given
    connect(FIRST, resuming);
    session.lost(FIRST).forget();

    // When
    for (int i = 0; i < 4000; i++) {
      say(250 * 1024);
    }
    assertThat(session.session().outbox().weight()).isLessThanOrEqualTo(16 * MEBIBYTE);
    int waiting = session.session().outbox().waiting();

    // Then T40: the phone hears of each that it does not get
    connect(SECOND, resuming);
    session.written(SECOND);
    assertThat(session.sent(HostMessage.MessagesDropped.class))
        .containsExactly(new HostMessage.MessagesDropped(4000 - waiting));
    assertThat(session.sent(HostMessage.ManualControlResult.class)).hasSize(waiting);
  }

  @Test
  void shouldKeepWhatAPhoneDoesNotAcknowledgeWithinBounds() {
    // Given
    connect(FIRST, true);

    // When it reads everything and acknowledges nothing
    for (int i = 0; i < 4000; i++) {
      say(250 * 1024);
      session.written(FIRST).forget();
    }

    // Then
    assertThat(session.session().outbox().weight()).isLessThanOrEqualTo(16 * MEBIBYTE);
    assertThat(dropped()).isZero();
  }

  @Test
  void shouldFreeWhatIsAcknowledged() {
    // Given
    connect(FIRST, true);
    for (int i = 0; i < 20; i++) {
      say(1000);
    }
    session.written(FIRST);

    // When
    session.hears(new PhoneMessage.Ack(20));

    // Then
    assertThat(session.session().outbox().weight()).isZero();
    assertThat(session.session().outbox().unsettled()).isZero();
  }

  @Test
  void shouldLoseNothingWithinTheWindowWhenThePhoneReadsOn() {
    // Given a thousand small messages for a phone that does not read
    connect(FIRST, true);
    for (int i = 0; i < 1000; i++) {
      say(i);
    }

    // When
    session.written(FIRST);

    // Then
    assertThat(session.sent(HostMessage.ManualControlResult.class))
        .extracting(result -> result.action().length())
        .isEqualTo(IntStream.range(0, 1000).boxed().toList());
    assertThat(session.sent(HostMessage.MessagesDropped.class)).isEmpty();
  }

  private long dropped() {
    return session.session().outbox().dropped();
  }

  private void connect(PeerId peer, boolean resuming) {
    if (resuming) {
      session.answeredResuming(peer, 0).opened(peer);
    } else {
      session.answered(peer).opened(peer);
    }
  }

  /** Makes the host say something with a text of that length. */
  private void say(int characters) {
    session.play(new SessionEvent.InputDone("x".repeat(characters), true, "", Duration.ZERO));
  }
}
